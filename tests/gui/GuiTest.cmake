# mrm_gui_test(NAME SOURCES a.cpp… [LINK lib…] [TIMEOUT seconds] [LABELS label…] [ENVIRONMENT NAME=value…])
# As mrm_test(), with a QApplication, on the offscreen platform unless ENVIRONMENT names another.
include_guard(GLOBAL)
find_package(Qt6 6.4 REQUIRED COMPONENTS Test Widgets)
set(_mrm_gui_test_main ${CMAKE_CURRENT_LIST_DIR}/gui_test_main.cpp CACHE INTERNAL "")

function(mrm_gui_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  # A variable set twice keeps its last value.
  mrm_test(${name} SOURCES ${_mrm_gui_test_main} ${arg_SOURCES}
           LINK ${arg_LINK} Qt6::Widgets Qt6::Test TIMEOUT ${arg_TIMEOUT} LABELS gui ${arg_LABELS}
           ENVIRONMENT QT_QPA_PLATFORM=offscreen ${arg_ENVIRONMENT})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endfunction()
