# The build rules that every part of Skranke shares, and the function that states the layers.

# What every target is compiled with. Floating-point contraction is off so that g++, clang and
# WebAssembly agree on every bit (engine/decisions/0002-same-bits-everywhere.md).
add_library(skranke_options INTERFACE)
target_compile_features(skranke_options INTERFACE cxx_std_20)
target_include_directories(skranke_options INTERFACE "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
target_compile_options(skranke_options INTERFACE
  -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<BOOL:${SKRANKE_WARNINGS_AS_ERRORS}>:-Werror>)
# GCC 12 reports std::string concatenation as overlapping copies (GCC bug 105651): not so.
target_compile_options(skranke_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_definitions(skranke_options INTERFACE
  $<$<BOOL:${SKRANKE_ASSERTIONS}>:SKRANKE_ASSERTIONS=1>)
if(SKRANKE_SANITIZE)
  # GCC 12 with sanitizers does not see that a coroutine's own operator new and delete belong together.
  target_compile_options(skranke_options INTERFACE -fsanitize=${SKRANKE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-mismatched-new-delete>)
  target_link_options(skranke_options INTERFACE -fsanitize=${SKRANKE_SANITIZE})
endif()

# skranke_module(NAME [PORTABLE] [USES module...] [LIBRARIES target...] [SOURCES file...])
#
# A module is a folder of engine/. USES names the modules whose headers it may include;
# tests/layers reads these lines and fails on any other include. PORTABLE modules are compiled
# without exceptions: they also become WebAssembly.
function(skranke_module name)
  cmake_parse_arguments(M "PORTABLE" "" "USES;LIBRARIES;SOURCES" ${ARGN})
  list(TRANSFORM M_USES PREPEND skranke_)
  if(M_SOURCES)
    list(TRANSFORM M_SOURCES PREPEND "${name}/")
    add_library(skranke_${name} STATIC ${M_SOURCES})
    target_link_libraries(skranke_${name} PUBLIC skranke_options ${M_USES} ${M_LIBRARIES})
    if(M_PORTABLE)
      target_compile_options(skranke_${name} PRIVATE -fno-exceptions)
    endif()
  else()
    add_library(skranke_${name} INTERFACE)
    target_link_libraries(skranke_${name} INTERFACE skranke_options ${M_USES} ${M_LIBRARIES})
  endif()
  add_library(skranke::${name} ALIAS skranke_${name})
endfunction()
