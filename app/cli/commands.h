// The subcommands of `mrm`. Each declares itself on the program and is carried out when it was
// named.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mrm::cli {

// A command that was named on the command line. Returns the program's exit code.
using Run = std::function<int()>;

// Declare the subcommand; when it is parsed, `run` becomes what carries it out.
void addPretrain(CLI::App& program, Run& run, const std::vector<std::string>& commandLine);
void addSample(CLI::App& program, Run& run);
void addBench(CLI::App& program, Run& run);
void addDicom(CLI::App& program, Run& run);
void addCheckpoint(CLI::App& program, Run& run);
void addVocabulary(CLI::App& program, Run& run);
void addCatalog(CLI::App& program, Run& run);
void addImport(CLI::App& program, Run& run);
void addReports(CLI::App& program, Run& run);
void addOptions(CLI::App& program, Run& run);

}  // namespace mrm::cli
