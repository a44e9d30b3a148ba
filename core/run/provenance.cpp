#include "core/run/provenance.h"

#include <nlohmann/json.hpp>

#include "core/base/json_fields.h"
#include "core/run/iso_time.h"

namespace mrm {
namespace {

using nlohmann::json;

constexpr std::size_t kFileLimit = std::size_t{4} << 20, kMostArguments = 10000;

}  // namespace

void writeProvenance(const RunPaths& run, const Provenance& provenance) {
  nlohmann::ordered_json object;
  object["program_version"] = provenance.programVersion;
  object["git_commit"] = provenance.gitCommit;
  object["libtorch_version"] = provenance.libtorchVersion;
  object["device"] = provenance.device;
  object["host"] = provenance.host;
  object["host_cpu"] = provenance.hostCpu;
  object["data_set"] = provenance.dataSet.string();
  object["data_set_sha256"] = provenance.dataSetSha256;
  object["vocabulary_sha256"] = provenance.vocabularySha256;
  object["seed"] = provenance.seed;
  object["command_line"] = provenance.commandLine;
  object["started"] = isoMilliseconds(provenance.started);
  writeJsonAtomically(run.provenance(), object);
}

Provenance readProvenance(const RunPaths& run) {
  const json object = readJsonObject(run.provenance(), kFileLimit);
  const JsonFields fields(object, run.provenance().string());
  Provenance provenance;
  provenance.programVersion = fields.text("program_version", "");
  provenance.gitCommit = fields.text("git_commit", "");
  provenance.libtorchVersion = fields.text("libtorch_version", "");
  provenance.device = fields.text("device", "");
  provenance.host = fields.text("host", "");
  provenance.hostCpu = fields.text("host_cpu", "");
  provenance.dataSet = fields.text("data_set", "");
  provenance.dataSetSha256 = fields.text("data_set_sha256", "");
  provenance.vocabularySha256 = fields.text("vocabulary_sha256", "");
  provenance.seed = fields.integer("seed", 0);
  for (const json& argument : fields.array("command_line", kMostArguments)) {
    if (!argument.is_string()) fields.fail("command_line", "must be a list of texts");
    provenance.commandLine.push_back(argument.get<std::string>());
  }
  const auto started = parseIsoTime(fields.text("started", isoMilliseconds({})));
  if (!started) fields.fail("started", "must be a time like 2026-11-25T03:40:12Z");
  provenance.started = *started;
  return provenance;
}

}  // namespace mrm
