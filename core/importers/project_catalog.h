// The catalogue of a project: opened, or made from the project's table the first time.
#pragma once

#include <stop_token>

#include "core/base/progress.h"
#include "core/catalog/catalog.h"
#include "core/project/project.h"

namespace mrm {

// What the csv importer makes of the table, with the project's columns; it can be repeated later.
// Throws Error, and Stopped; a catalogue that was not finished is not left behind.
Catalog projectCatalog(const Project& project, const ProgressSink& progress = {},
                       std::stop_token stop = {});

}  // namespace mrm
