# The few functions with which every folder declares its target, so that warnings, sanitizers, the
# compiler cache and include paths are set in one place.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness that precompiled headers need; hash_dir off lets checkouts share one cache.
  set(_ccache ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${_ccache})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${_ccache})
endif()

add_library(mrm_compile_options INTERFACE)
target_compile_options(mrm_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers
  $<$<BOOL:${MRM_WARNINGS_AS_ERRORS}>:-Werror>
  # A false alarm of GCC 12 at -O3 on `"text" + std::string` (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  -fpch-preprocess)
if(MRM_SANITIZE)
  target_compile_options(mrm_compile_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
    -Wno-maybe-uninitialized)  # instrumented code gives false alarms in the standard library
  target_link_options(mrm_compile_options INTERFACE -fsanitize=address,undefined)
endif()

# mrm_core_library(NAME SOURCES a.cpp… [PUBLIC dep…] [PRIVATE dep…])
# Declares the static library mrm_NAME of core/NAME. Headers are included as "core/NAME/header.h".
function(mrm_core_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(mrm_${name} STATIC ${arg_SOURCES})
  target_include_directories(mrm_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(mrm_${name} PUBLIC ${arg_PUBLIC} PRIVATE mrm_compile_options ${arg_PRIVATE})
endfunction()

# mrm_test(NAME SOURCES a.cpp… [LINK lib…] [TIMEOUT seconds] [LABELS label…] [ENVIRONMENT NAME=value…])
# Declares the GoogleTest program NAME and registers each of its cases with CTest.
# MRM_SHARED names the folder of real data and numeric references; tests skip, saying so, without it.
function(mrm_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  if(arg_LABELS)
    set(_labels LABELS "${arg_LABELS}")
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE mrm_compile_options ${arg_LINK} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE MRM_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 PROPERTIES TIMEOUT ${arg_TIMEOUT} ${_labels})
  # The environment is set by a file that ctest reads after the list of tests: gtest_discover_tests() splits
  # lists, and of several variables only the first would stay.
  # Passive: waiting OpenMP threads must not spin; on two cores spinning costs 10 to 100 times.
  set(_environment OMP_WAIT_POLICY=passive "MRM_SHARED=${MRM_SHARED}" ${arg_ENVIRONMENT})
  set(_file ${CMAKE_CURRENT_BINARY_DIR}/${name}_environment.cmake)
  file(CONFIGURE OUTPUT ${_file} @ONLY CONTENT [[
foreach(test IN LISTS @name@_TESTS)
  set_tests_properties("${test}" PROPERTIES ENVIRONMENT "@_environment@")
endforeach()
]])
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${_file})
endfunction()

# Real data and numeric references: what MRM_SHARED names when configuring, else a folder beside the repository.
get_filename_component(_mrm_default_shared ${CMAKE_SOURCE_DIR}/../shared ABSOLUTE)
if(DEFINED ENV{MRM_SHARED})
  set(_mrm_default_shared $ENV{MRM_SHARED})
endif()
set(MRM_SHARED ${_mrm_default_shared} CACHE PATH "Folder with real data and numeric references for the tests")
