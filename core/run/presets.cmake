# Embeds resources/presets/*.yaml: the first two lines of each are "# title: …" and "# help: …".
set(MRM_PRESET_ENTRIES "")
foreach(id cpu-trial short-trial as-published)
  set(file ${CMAKE_SOURCE_DIR}/resources/presets/${id}.yaml)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} yaml)
  string(REGEX MATCH "# title: ([^\n]*)" _ "${yaml}")
  set(title "${CMAKE_MATCH_1}")
  string(REGEX MATCH "# help: ([^\n]*)" _ "${yaml}")
  string(APPEND MRM_PRESET_ENTRIES
    "      {\"${id}\", \"${title}\", \"${CMAKE_MATCH_1}\", R\"yaml(${yaml})yaml\"},\n")
endforeach()
configure_file(${CMAKE_CURRENT_LIST_DIR}/presets.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/presets.cpp @ONLY)
