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
# Where the sources lie is nobody's business who gets a page; a compiler cache may name them from the build folder.
if(SKRANKE_PORTABLE_ONLY)
  file(RELATIVE_PATH to_sources "${PROJECT_BINARY_DIR}" "${PROJECT_SOURCE_DIR}")
  target_compile_options(skranke_options INTERFACE -ffile-prefix-map=${PROJECT_SOURCE_DIR}/= -ffile-prefix-map=${to_sources}=)
endif()
# A size has 32 bits in WebAssembly, where whatever becomes an index counts something in less memory than that.
target_compile_options(skranke_options INTERFACE $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},wasm32>:-Wno-shorten-64-to-32>)
target_compile_definitions(skranke_options INTERFACE
  $<$<BOOL:${SKRANKE_ASSERTIONS}>:SKRANKE_ASSERTIONS=1>)
if(SKRANKE_SANITIZE)
  # GCC 12 with sanitizers does not see that a coroutine's own operator new and delete belong together.
  target_compile_options(skranke_options INTERFACE -fsanitize=${SKRANKE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-mismatched-new-delete>)
  target_link_options(skranke_options INTERFACE -fsanitize=${SKRANKE_SANITIZE})
endif()

# skranke_compile_together(TARGET [APART file...])
#
# The sources of a target are compiled a dozen at a time, which takes a third of the time of one by one. Names in their
# anonymous namespaces must then differ; sources whose names do not are named as APART. Whoever changes a source
# again and again turns SKRANKE_TOGETHER off, and sees at once what it forgets to include.
function(skranke_compile_together target)
  cmake_parse_arguments(T "" "" "APART" ${ARGN})
  if(SKRANKE_TOGETHER)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    set_source_files_properties(${T_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    # GCC takes a type of an anonymous namespace for a header's when its source is included.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endfunction()

# skranke_compile_quickly(TARGET)
#
# For code that is not where the time goes: it is optimised no further than -O1, which compiles in two thirds of the time.
function(skranke_compile_quickly target)
  if(NOT SKRANKE_SANITIZE)
    # At -O1 GCC 12 wrongly sees std::string go out of bounds.
    target_compile_options(${target} PRIVATE -O1
      $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread>)
  endif()
endfunction()

# skranke_module(NAME [PORTABLE] [TOGETHER] [HOT] [QUICK] [USES module...] [LIBRARIES target...] [SOURCES file...])
#
# A module is a folder of engine/. USES names the modules whose headers it may include;
# tests/layers reads these lines and fails on any other include. PORTABLE modules are compiled
# without exceptions: they also become WebAssembly, a build of nothing but them (SKRANKE_PORTABLE_ONLY).
# TOGETHER, QUICK: its sources are compiled as skranke_compile_together() and skranke_compile_quickly() say.
# HOT modules are where a run spends its time: they are compiled together only with a sanitizer, because what GCC inlines
# in a source depends on how much else is in it (a county's run took 3 % more instructions).
function(skranke_module name)
  cmake_parse_arguments(M "PORTABLE;TOGETHER;HOT;QUICK" "" "USES;LIBRARIES;SOURCES" ${ARGN})
  if(SKRANKE_PORTABLE_ONLY AND NOT M_PORTABLE)
    return()
  endif()
  list(TRANSFORM M_USES PREPEND skranke_)
  if(M_SOURCES)
    list(TRANSFORM M_SOURCES PREPEND "${name}/")
    add_library(skranke_${name} STATIC ${M_SOURCES})
    target_link_libraries(skranke_${name} PUBLIC skranke_options ${M_USES} ${M_LIBRARIES})
    if(M_PORTABLE)
      target_compile_options(skranke_${name} PRIVATE -fno-exceptions)
    endif()
    if(M_TOGETHER AND (SKRANKE_SANITIZE OR NOT M_HOT))
      skranke_compile_together(skranke_${name})
    endif()
    if(M_QUICK)
      skranke_compile_quickly(skranke_${name})
    endif()
  else()
    add_library(skranke_${name} INTERFACE)
    target_link_libraries(skranke_${name} INTERFACE skranke_options ${M_USES} ${M_LIBRARIES})
  endif()
  add_library(skranke::${name} ALIAS skranke_${name})
endfunction()
