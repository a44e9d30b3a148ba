// Tells inverted radiographs from their neighbours while images come in one by one.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/catalog/catalog_types.h"
#include "core/image/polarity.h"

namespace mrm {

// Images of one source, modality and view are compared with each other. The first of a group wait
// until there are enough to know what is usual; memory stays bounded however many follow.
class PolarityGroups {
 public:
  struct Group {
    std::int64_t source = 0;
    std::string modality, view;
    auto operator<=>(const Group&) const = default;
  };
  using Flag = std::pair<RecordId, bool>;  // whether the record's image looks inverted

  // What can be said now: of this image, or of all of its group that waited.
  std::vector<Flag> add(const Group& group, RecordId id, const Thumbnail& thumbnail);
  // The rest. `neighbours` gives further thumbnails of a group that is too small to judge itself;
  // it gets the ids that need none.
  std::vector<Flag> finish(
      const std::function<std::vector<Thumbnail>(const Group&, const std::vector<RecordId>&)>&
          neighbours);

  static constexpr std::size_t kEnough = 500;  // to know what is usual
  static constexpr std::size_t kSmall = 64;    // below it, neighbours are asked for

 private:
  struct State {
    std::vector<RecordId> ids;
    std::vector<Thumbnail> thumbnails;
    std::optional<PolarityReference> reference;
  };
  static std::vector<Flag> judge(State& state);

  std::map<Group, State> groups_;
};

}  // namespace mrm
