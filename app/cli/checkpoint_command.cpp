// mrm checkpoint: what a checkpoint file holds.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/cli/commands.h"
#include "core/checkpoint/pytorch_file.h"

namespace mrm::cli {

void addCheckpoint(CLI::App& program, Run& run) {
  auto file = std::make_shared<std::filesystem::path>();
  CLI::App* command = program.add_subcommand(
      "checkpoint", "List the tensors of a checkpoint (PyTorch or safetensors); executes nothing.");
  command->add_option("file", *file, "Checkpoint file")->required();
  command->callback([file, &run] {
    run = [file] {
      const TensorFile content = readCheckpointFile(*file);
      std::int64_t elements = 0;
      for (const auto& [name, tensor] : content.tensors) {
        std::cout << name << "  " << nameOf(tensor.type) << " [";
        for (std::size_t i = 0; i < tensor.shape.size(); ++i)
          std::cout << (i ? ", " : "") << tensor.shape[i];
        std::cout << "]\n";
        elements += tensor.elements();
      }
      for (const auto& [key, value] : content.metadata) std::cout << key << " = " << value << "\n";
      std::cout << content.tensors.size() << " tensors, " << elements << " values" << std::endl;
      return 0;
    };
  });
}

}  // namespace mrm::cli
