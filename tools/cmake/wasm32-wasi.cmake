# Toolchain: WebAssembly as Debian's clang-19 makes it, with libc++ and the WASI C library, without exceptions.
#
# The headers of libraries that the portable core uses lie in /usr/include beside those of the machine's own C library.
# Only their folders are shown to the compiler, as links in a folder of the build.
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_VERSION 1)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_AR llvm-ar-19)
set(CMAKE_RANLIB llvm-ranlib-19)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_FLAGS_INIT "-fno-exceptions")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "What a release is compiled with")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-mexec-model=reactor")
