// What the records can be narrowed down by, with how many there are of each: a tree of two levels.
#pragma once

#include <QAbstractItemModel>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/catalog/catalog_query.h"

namespace mrm {

class CatalogFacetModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  enum Role { CountRole = Qt::UserRole, ShareRole, IsMoreRole, FacetRole };
  using Chosen = std::map<Facet, std::set<std::string>>;
  static constexpr int kFewValues = 8;  // shown before "more"

  explicit CatalogFacetModel(QObject* parent = nullptr);
  static const std::vector<Facet>& facets();  // in the order shown

  void setCounts(Facet facet, std::vector<FacetCount> counts);
  void clear();
  // What is chosen: shown first where it is not among the frequent ones.
  void setChosen(Chosen chosen);
  const Chosen& chosen() const { return chosen_; }
  const std::vector<FacetCount>& counts(Facet facet) const;
  QModelIndex indexOf(Facet facet) const;
  QModelIndex indexOf(Facet facet, const std::string& value) const;
  // Ticks or unticks a value, or folds the rest of the values out.
  void activate(const QModelIndex& index);
  void retranslate();

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 Q_SIGNALS:
  void chosenChanged();  // by the user, not by setChosen()

 private:
  struct Group {
    std::vector<FacetCount> counts;  // of the catalogue, most frequent first
    std::vector<FacetCount> shown;   // with those chosen that have no record now
    int rows = 0;                    // of `shown` that are visible
    bool hasMore = false;            // a last row folds the rest out or in
    bool isOpen = false;             // all of them
  };

  int groupOf(Facet facet) const;
  Facet facetAt(int group) const { return facets()[static_cast<std::size_t>(group)]; }
  void rebuild(int group);

  std::vector<Group> groups_;
  Chosen chosen_;
};

}  // namespace mrm
