# Writes version.cpp, and only if the version or the state of the working tree has changed since.
# Run at every build:
#   cmake -D SOURCE=... -D TARGET=.../version.cpp -D SKRANKE_VERSION=... -P git_state.cmake
set(SKRANKE_GIT_STATE "")
find_program(GIT git)
if(GIT AND EXISTS "${SOURCE}/.git")
  execute_process(COMMAND "${GIT}" -C "${SOURCE}" describe --always --dirty=+changes
    OUTPUT_VARIABLE SKRANKE_GIT_STATE OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
configure_file("${CMAKE_CURRENT_LIST_DIR}/version.cpp.in" "${TARGET}" @ONLY)
