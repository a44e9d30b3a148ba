// One record: its image above; report, labels and everything known of it as tabs below.
#pragma once

#include <QWidget>
#include <optional>

#include "core/catalog/catalog_types.h"
#include "core/dicom/tag_list.h"
#include "widgets/curation/mask_overlay.h"
#include "widgets/curation/radiograph_cache.h"

class QLabel;
class QLineEdit;
class QSplitter;
class QTabWidget;

namespace mrm {

class CatalogSession;
class ElidedLabel;
class ImagePane;
class KeyValueList;
class Notice;
class ReportView;

class RecordDetails : public QWidget {
  Q_OBJECT
 public:
  RecordDetails(CatalogSession& session, RadiographCache& images, QWidget* parent = nullptr);

  ImagePane* image() const { return image_; }
  ReportView* report() const { return report_; }
  KeyValueList* facts() const { return facts_; }
  KeyValueList* labels() const { return labels_; }
  QTabWidget* tabs() const { return tabs_; }
  const std::optional<CatalogRecord>& record() const { return record_; }
  RadiographCache::Image shown() const { return shown_; }
  QString title() const;  // "Record 1,204, patient 17, PA"
  bool hasMask() const { return record_ && !record_->masks.empty(); }
  const QImage& overlay() const { return overlay_; }
  bool isSettled() const { return !isWaiting_; }

  void setMaskShown(bool shown);
  void saveLayout() const;
  // The current record of the session; nothing when it has none.
  void showCurrent();
  void reload();  // reads the same one again

 Q_SIGNALS:
  void imageChanged();  // another image, or none
  void maskChanged();   // whether there is a mask to show
  void overlayChanged(const QImage& overlay);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Answer;

  void clear();
  void take(const Answer& answer);
  void showImage(const RadiographCache::Image& image);
  void showMask();
  void setOverlay(const QImage& overlay);
  void fillLabels();
  void fillFacts();
  void readTags();
  void fillTags();
  void showReadout(int x, int y, int displayed, bool inside);
  void updateColors();
  void retranslate();

  CatalogSession& session_;
  RadiographCache& images_;
  ImagePane* image_;
  ElidedLabel *title_, *readout_;
  Notice* state_;
  QSplitter* splitter_;
  QTabWidget* tabs_;
  ReportView* report_;
  KeyValueList *labels_, *facts_, *tags_;
  QLineEdit* tagFilter_;
  QWidget* tagPage_;

  RecordId wanted_ = 0;
  std::optional<CatalogRecord> record_;
  QString source_;
  ImageKey key_;
  std::vector<MaskSource> masks_;
  std::vector<dicom::TagRow> tagRows_;
  RadiographCache::Image shown_;
  QImage overlay_;
  bool isMaskShown_ = true, isWaiting_ = false;
  int maskGeneration_ = 0;
};

}  // namespace mrm
