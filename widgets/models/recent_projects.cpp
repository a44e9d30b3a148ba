#include "widgets/models/recent_projects.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <filesystem>

#include "core/catalog/records.h"
#include "core/dicom/radiograph.h"
#include "core/image/transforms.h"
#include "core/project/project.h"

namespace mrm {
namespace {

constexpr int kMost = 12;
constexpr char kKey[] = "recentProjects";
constexpr std::int64_t kThumbnail = 128;             // px
constexpr std::uintmax_t kLargestTable = 32u << 20;  // bytes; of larger tables no thumbnail is made
constexpr std::int64_t kLargestImage = 64ll << 20;   // pixels

QImage thumbnailOf(const Project& project) {
  std::error_code code;
  if (std::filesystem::file_size(project.records, code) > kLargestTable || code) return {};
  const RecordTable table = readRecords(project.records, project.columns);
  if (table.records.empty()) return {};
  const RadiographSize size = readRadiographSize(table.records.front().image);
  if (size.width * size.height > kLargestImage) return {};
  const GrayImage view =
      evaluationView(loadRadiograph(table.records.front().image).image, kThumbnail);
  return QImage(view.pixels.data(), static_cast<int>(view.width), static_cast<int>(view.height),
                static_cast<qsizetype>(view.width), QImage::Format_Grayscale8)
      .copy();
}

}  // namespace

QStringList RecentProjects::folders() {
  return QSettings().value(kKey).toStringList();
}

void RecentProjects::add(const QString& folder) {
  QStringList all = folders();
  all.removeAll(folder);
  all.prepend(folder);
  while (all.size() > kMost) all.removeLast();
  QSettings().setValue(kKey, all);
}

void RecentProjects::remove(const QString& folder) {
  QStringList all = folders();
  all.removeAll(folder);
  QSettings().setValue(kKey, all);
}

RecentProjects::Entry RecentProjects::read(const QString& folder) {
  Entry entry;
  entry.folder = folder;
  entry.name = QFileInfo(folder).fileName();
  try {
    const Project project = openProject(folder.toStdString());
    entry.isThere = true;
    entry.isSynthetic = project.synthetic;
    if (!project.name.empty()) entry.name = QString::fromStdString(project.name);
    const auto runs = projectRuns(project);
    if (!runs.empty()) entry.lastRun = readRunSummary(runs.front());
    entry.thumbnail = thumbnailOf(project);
  } catch (const std::exception&) {
    // What is missing stays empty: opening the project tells why.
  }
  return entry;
}

QString sampleProjectFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
         "/mrm-workbench/sample-project";
}

}  // namespace mrm
