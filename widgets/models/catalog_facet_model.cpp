#include "widgets/models/catalog_facet_model.h"

#include <QLocale>
#include <algorithm>

#include "widgets/common/format.h"
#include "widgets/models/catalog_text.h"

namespace mrm {
namespace {

constexpr quintptr kTop = ~quintptr{0};  // internal id of a facet; of a value: its facet's row

// Records without a tag or a reason are not a kind of their own.
bool isNothing(Facet facet, const FacetCount& count) {
  return (facet == Facet::Tag || facet == Facet::Reason) && count.value.empty();
}

}  // namespace

const std::vector<Facet>& CatalogFacetModel::facets() {
  static const std::vector<Facet> all = {
      Facet::Status, Facet::Split,    Facet::View,      Facet::Finding, Facet::Sex,   Facet::Tag,
      Facet::Source, Facet::Modality, Facet::HasReport, Facet::HasMask, Facet::Reason};
  return all;
}

CatalogFacetModel::CatalogFacetModel(QObject* parent)
    : QAbstractItemModel(parent), groups_(facets().size()) {}

int CatalogFacetModel::groupOf(Facet facet) const {
  return static_cast<int>(std::find(facets().begin(), facets().end(), facet) - facets().begin());
}

void CatalogFacetModel::setCounts(Facet facet, std::vector<FacetCount> counts) {
  std::erase_if(counts, [facet](const FacetCount& count) { return isNothing(facet, count); });
  const int at = groupOf(facet);
  groups_[static_cast<std::size_t>(at)].counts = std::move(counts);
  rebuild(at);
}

void CatalogFacetModel::clear() {
  chosen_.clear();
  for (int at = 0; at < static_cast<int>(groups_.size()); ++at) {
    Group& group = groups_[static_cast<std::size_t>(at)];
    group.counts.clear();
    group.isOpen = false;
    rebuild(at);
  }
}

void CatalogFacetModel::rebuild(int at) {
  Group& group = groups_[static_cast<std::size_t>(at)];
  const auto found = chosen_.find(facetAt(at));
  std::vector<FacetCount> shown = group.counts;
  if (found != chosen_.end()) {
    for (const std::string& value : found->second)
      if (std::none_of(shown.begin(), shown.end(),
                       [&](const FacetCount& count) { return count.value == value; }))
        shown.push_back({value, 0});
    // Those chosen stay in sight when there are many.
    if (static_cast<int>(shown.size()) > kFewValues + 1)
      std::stable_partition(shown.begin(), shown.end(), [&](const FacetCount& count) {
        return found->second.contains(count.value);
      });
  }
  const int total = static_cast<int>(shown.size());
  // One more value takes no more room than "1 more".
  const int rows = group.isOpen || total <= kFewValues + 1 ? total : kFewValues;
  const QModelIndex top = indexOf(facetAt(at));
  const int before = rowCount(top);
  const bool more = total > kFewValues + 1;
  const int now = rows + (more ? 1 : 0);
  const auto apply = [&] {
    group.shown = std::move(shown);
    group.rows = rows;
    group.hasMore = more;
  };
  if (now > before) {
    beginInsertRows(top, before, now - 1);
    apply();
    endInsertRows();
  } else if (now < before) {
    beginRemoveRows(top, now, before - 1);
    apply();
    endRemoveRows();
  } else {
    apply();
  }
  Q_EMIT dataChanged(top, top);
  if (now > 0) Q_EMIT dataChanged(index(0, 0, top), index(now - 1, 0, top));
}

void CatalogFacetModel::setChosen(Chosen chosen) {
  std::erase_if(chosen, [](const auto& entry) { return entry.second.empty(); });
  if (chosen == chosen_) return;
  chosen_ = std::move(chosen);
  for (int at = 0; at < static_cast<int>(groups_.size()); ++at) rebuild(at);
}

const std::vector<FacetCount>& CatalogFacetModel::counts(Facet facet) const {
  return groups_[static_cast<std::size_t>(groupOf(facet))].counts;
}

QModelIndex CatalogFacetModel::indexOf(Facet facet) const {
  return createIndex(groupOf(facet), 0, kTop);
}

QModelIndex CatalogFacetModel::indexOf(Facet facet, const std::string& value) const {
  const int at = groupOf(facet);
  const Group& group = groups_[static_cast<std::size_t>(at)];
  for (int row = 0; row < group.rows; ++row)
    if (group.shown[static_cast<std::size_t>(row)].value == value)
      return createIndex(row, 0, static_cast<quintptr>(at));
  return {};
}

QModelIndex CatalogFacetModel::index(int row, int column, const QModelIndex& parent) const {
  if (column != 0 || row < 0 || row >= rowCount(parent)) return {};
  return createIndex(row, 0, parent.isValid() ? static_cast<quintptr>(parent.row()) : kTop);
}

QModelIndex CatalogFacetModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == kTop) return {};
  return createIndex(static_cast<int>(index.internalId()), 0, kTop);
}

int CatalogFacetModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(groups_.size());
  if (parent.internalId() != kTop) return 0;
  const Group& group = groups_[static_cast<std::size_t>(parent.row())];
  return group.rows + (group.hasMore ? 1 : 0);
}

int CatalogFacetModel::columnCount(const QModelIndex&) const {
  return 1;
}

QVariant CatalogFacetModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (index.internalId() == kTop) {
    if (role == FacetRole) return static_cast<int>(facetAt(index.row()));
    if (role == Qt::DisplayRole) return CatalogText::facet(facetAt(index.row()));
    return {};
  }
  const int at = static_cast<int>(index.internalId());
  const Facet facet = facetAt(at);
  const Group& group = groups_[static_cast<std::size_t>(at)];
  if (role == FacetRole) return static_cast<int>(facet);
  if (index.row() >= group.rows) {
    if (role == IsMoreRole) return true;
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
      return group.isOpen
                 ? tr("Fewer")
                 : tr("%Ln more", nullptr, static_cast<int>(group.shown.size()) - group.rows);
    return {};
  }
  const FacetCount& count = group.shown[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return CatalogText::facetValue(facet, count.value);
    case Qt::ToolTipRole:
      return facet == Facet::Finding ? fromUtf8(count.value)
                                     : CatalogText::facetValue(facet, count.value);
    case Qt::AccessibleTextRole:
      return tr("%1, %2 records")
          .arg(CatalogText::facetValue(facet, count.value), Format::count(count.count));
    case Qt::CheckStateRole: {
      const auto found = chosen_.find(facet);
      return found != chosen_.end() && found->second.contains(count.value) ? Qt::Checked
                                                                           : Qt::Unchecked;
    }
    case CountRole:
      return static_cast<qlonglong>(count.count);
    case ShareRole: {
      std::int64_t most = 1;
      for (const FacetCount& other : group.shown) most = std::max(most, other.count);
      return static_cast<double>(count.count) / static_cast<double>(most);
    }
    default:
      return {};
  }
}

bool CatalogFacetModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !index.isValid() || index.internalId() == kTop) return false;
  const int at = static_cast<int>(index.internalId());
  const Group& group = groups_[static_cast<std::size_t>(at)];
  if (index.row() >= group.rows) return false;
  const std::string& name = group.shown[static_cast<std::size_t>(index.row())].value;
  std::set<std::string>& values = chosen_[facetAt(at)];
  if (value.toInt() == Qt::Checked)
    values.insert(name);
  else
    values.erase(name);
  if (values.empty()) chosen_.erase(facetAt(at));
  Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
  Q_EMIT chosenChanged();
  return true;
}

void CatalogFacetModel::activate(const QModelIndex& index) {
  if (!index.isValid() || index.internalId() == kTop) return;
  if (index.data(IsMoreRole).toBool()) {
    const int at = static_cast<int>(index.internalId());
    groups_[static_cast<std::size_t>(at)].isOpen ^= true;
    rebuild(at);
    return;
  }
  setData(index,
          index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
          Qt::CheckStateRole);
}

Qt::ItemFlags CatalogFacetModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  if (index.internalId() == kTop) return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  return index.data(IsMoreRole).toBool() ? plain : plain | Qt::ItemIsUserCheckable;
}

void CatalogFacetModel::retranslate() {
  for (int at = 0; at < static_cast<int>(groups_.size()); ++at) rebuild(at);
}

}  // namespace mrm
