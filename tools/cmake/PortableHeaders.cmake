# The libraries of the portable core for another target than this machine: header-only, found where the machine has them,
# and shown to the compiler alone, without the machine's own headers that lie beside them.
set(portable_headers "${PROJECT_BINARY_DIR}/headers")
file(MAKE_DIRECTORY "${portable_headers}")
foreach(library IN ITEMS fast_float nlohmann toml++)
  find_path(${library}_HEADERS "${library}" PATHS /usr/include /usr/local/include NO_DEFAULT_PATH REQUIRED)
  file(CREATE_LINK "${${library}_HEADERS}/${library}" "${portable_headers}/${library}" SYMBOLIC)
endforeach()
foreach(target IN ITEMS skranke_tomlplusplus nlohmann_json::nlohmann_json FastFloat::fast_float)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE "${portable_headers}")
endforeach()
target_compile_options(skranke_tomlplusplus INTERFACE -include "${PROJECT_SOURCE_DIR}/tools/web/no_files.hpp")
