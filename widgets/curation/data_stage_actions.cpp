// The actions of DataStage: what is done to records, and how they are shown.
#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QUrl>
#include <utility>

#include "widgets/actions/action_registry.h"
#include "widgets/curation/checks_page.h"
#include "widgets/curation/data_stage.h"
#include "widgets/curation/facet_panel.h"
#include "widgets/curation/full_image.h"
#include "widgets/curation/record_details.h"
#include "widgets/curation/record_table_view.h"
#include "widgets/curation/thumbnail_grid.h"
#include "widgets/image/image_pane.h"
#include "widgets/models/catalog_session.h"
#include "widgets/models/catalog_text.h"

namespace mrm {
namespace {

using Kind = CatalogEdit::Kind;

constexpr int kMostCopied = 20'000;  // rows: more is no use in a clipboard

QStringList valuesOf(const CatalogSession& session, Facet facet) {
  QStringList values;
  for (const FacetCount& count : const_cast<CatalogSession&>(session).facets().counts(facet))
    if (!count.value.empty()) values << fromUtf8(count.value);
  return values;
}

}  // namespace

void DataStage::declareActions() {
  const char* const records = QT_TRANSLATE_NOOP("Actions", "Records");
  const char* const image = QT_TRANSLATE_NOOP("Actions", "Image");
  actions_.add({"edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"),
                QT_TRANSLATE_NOOP("Actions", "Takes the last change of the records back."), "undo",
                QKeySequence::Undo, records},
               [this] { session_->undo(); });
  actions_.add({"edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"),
                QT_TRANSLATE_NOOP("Actions", "Makes the change again that was taken back."), "redo",
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), records},
               [this] { session_->redo(); });
  actions_.add({"records.selectAll", QT_TRANSLATE_NOOP("Actions", "Select &all records"),
                QT_TRANSLATE_NOOP("Actions", "Selects every record that is shown."), "",
                QKeySequence(Qt::CTRL | Qt::Key_A), records},
               [this] { table_->selectAll(); });
  actions_.add({"records.find", QT_TRANSLATE_NOOP("Actions", "&Find records"),
                QT_TRANSLATE_NOOP("Actions", "Searches reports, patients, studies and files."),
                "search", QKeySequence(Qt::CTRL | Qt::Key_F), records},
               [this] {
                 search_->setFocus();
                 search_->selectAll();
               });
  actions_.add({"records.clearFilters", QT_TRANSLATE_NOOP("Actions", "&Show all records"),
                QT_TRANSLATE_NOOP("Actions", "Clears the search and every choice at the left."), "",
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), records},
               [this] {
                 search_->clear();
                 searchSoon_.stop();
                 session_->setQuery({});
               });
  actions_.add({"records.exclude", QT_TRANSLATE_NOOP("Actions", "E&xclude"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Sets the selected records aside: nothing is trained on them. "
                                  "They stay in the catalogue."),
                "exclude", QKeySequence(Qt::Key_X), records},
               [this] {
                 session_->edit({Kind::Exclude, {}, Split::None});
               });
  actions_.add({"records.excludeBecause", QT_TRANSLATE_NOOP("Actions", "Exclude with &reason…"),
                QT_TRANSLATE_NOOP("Actions", "Sets the selected records aside and notes why."),
                "exclude", QKeySequence(Qt::SHIFT | Qt::Key_X), records},
               [this] {
                 askText(tr("Exclude records"), tr("Why:"), valuesOf(*session_, Facet::Reason),
                         [this](const std::string& text) {
                           session_->edit({Kind::Exclude, text, Split::None});
                         });
               });
  actions_.add({"records.restore", QT_TRANSLATE_NOOP("Actions", "&Restore"),
                QT_TRANSLATE_NOOP("Actions", "Makes the selected records usable again."), "restore",
                QKeySequence(Qt::Key_R), records},
               [this] {
                 session_->edit({Kind::Restore, {}, Split::None});
               });
  const auto addSplit = [&](const char* id, const char* text, Qt::Key key, Split split) {
    actions_.add({id, text,
                  QT_TRANSLATE_NOOP("Actions",
                                    "Puts the selected records into this split. Records of one "
                                    "patient belong into one."),
                  "split", QKeySequence(key), records},
                 [this, split] {
                   session_->edit({Kind::SetSplit, {}, split});
                 });
  };
  addSplit("records.training", QT_TRANSLATE_NOOP("Actions", "Split: &training"), Qt::Key_1,
           Split::Training);
  addSplit("records.validation", QT_TRANSLATE_NOOP("Actions", "Split: &validation"), Qt::Key_2,
           Split::Validation);
  addSplit("records.test", QT_TRANSLATE_NOOP("Actions", "Split: t&est"), Qt::Key_3, Split::Test);
  addSplit("records.noSplit", QT_TRANSLATE_NOOP("Actions", "Split: &none"), Qt::Key_4, Split::None);
  actions_.add(
      {"records.setView", QT_TRANSLATE_NOOP("Actions", "Set vie&w…"),
       QT_TRANSLATE_NOOP("Actions",
                         "Says which projection the selected images are: PA, AP, "
                         "LATERAL…"),
       "image", QKeySequence(Qt::Key_V), records},
      [this] {
        QStringList known = valuesOf(*session_, Facet::View);
        for (const char* view : {"PA", "AP", "LATERAL"})
          if (!known.contains(QLatin1String(view))) known << QLatin1String(view);
        askText(tr("Set view"), tr("View:"), known, [this](const std::string& text) {
          session_->edit(
              {Kind::SetView, QString::fromStdString(text).toUpper().toStdString(), Split::None});
        });
      });
  actions_.add({"records.addTag", QT_TRANSLATE_NOOP("Actions", "&Add tag…"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Marks the selected records with a word of your own, to find "
                                  "them again."),
                "tag", QKeySequence(Qt::Key_T), records},
               [this] {
                 askText(tr("Add tag"), tr("Tag:"), valuesOf(*session_, Facet::Tag),
                         [this](const std::string& text) {
                           session_->edit({Kind::AddTag, text, Split::None});
                         });
               });
  actions_.add({"records.removeTag", QT_TRANSLATE_NOOP("Actions", "Re&move tag…"),
                QT_TRANSLATE_NOOP("Actions", "Takes a tag off the selected records."), "tag",
                QKeySequence(Qt::SHIFT | Qt::Key_T), records},
               [this] {
                 askText(tr("Remove tag"), tr("Tag:"), valuesOf(*session_, Facet::Tag),
                         [this](const std::string& text) {
                           session_->edit({Kind::RemoveTag, text, Split::None});
                         });
               });
  actions_.add(
      {"records.copy",
       QT_TRANSLATE_NOOP("Actions", "&Copy rows"),
       QT_TRANSLATE_NOOP("Actions", "Copies the selected records as a table, for a spreadsheet."),
       "copy",
       {},
       records},
      [this] { copyRows(); });
  actions_.add({"records.showFile",
                QT_TRANSLATE_NOOP("Actions", "Show in &file manager"),
                QT_TRANSLATE_NOOP("Actions", "Opens the folder in which the image lies."),
                "folder-open",
                {},
                records},
               [this] {
                 const int row = session_->selection().currentIndex().row();
                 if (const RecordRow* record = session_->table().rowAt(row))
                   QDesktopServices::openUrl(
                       QUrl::fromLocalFile(fromUtf8(record->image.parent_path().string())));
               });

  auto* views = new QActionGroup(this);
  const auto addLook = [&](Look look, const ActionSpec& spec) {
    QAction* action = actions_.add(spec);
    action->setCheckable(true);
    views->addAction(action);
    connect(action, &QAction::triggered, this, [this, look] {
      setLook(look);
      focusRecords();
    });
  };
  addLook(Look::Table, {"records.table", QT_TRANSLATE_NOOP("Actions", "As a ta&ble"),
                        QT_TRANSLATE_NOOP("Actions", "Shows the records as rows of a table."),
                        "table", QKeySequence(Qt::CTRL | Qt::Key_T), records});
  addLook(Look::Grid, {"records.grid", QT_TRANSLATE_NOOP("Actions", "As &pictures"),
                       QT_TRANSLATE_NOOP("Actions", "Shows the records as small pictures."), "grid",
                       QKeySequence(Qt::CTRL | Qt::Key_G), records});
  addLook(Look::Charts,
          {"records.charts", QT_TRANSLATE_NOOP("Actions", "As c&harts"),
           QT_TRANSLATE_NOOP("Actions",
                             "Shows how the records are spread over views, splits, findings, ages "
                             "and sexes."),
           "charts", QKeySequence(Qt::CTRL | Qt::Key_D), records});
  addLook(
      Look::Checks,
      {"records.checks", QT_TRANSLATE_NOOP("Actions", "Chec&ks"),
       QT_TRANSLATE_NOOP("Actions",
                         "Looks for what spoils a training: patients in two splits, images that "
                         "are there twice or look inverted, classes without positives."),
       "checks", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), records});
  actions_.add({"records.quarantine",
                QT_TRANSLATE_NOOP("Actions", "Show &quarantined records"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Shows the records that cannot be used as they are, with the "
                                  "reasons counted at the left."),
                "warning",
                {},
                records},
               [this] {
                 if (look() == Look::Checks || look() == Look::Charts) setLook(Look::Table);
                 search_->clear();
                 searchSoon_.stop();
                 RecordQuery query;
                 query.facets[Facet::Status] = {"quarantined"};
                 session_->setQuery(query);
                 facets_->showFacet(Facet::Reason);
               });

  QAction* mask =
      actions_.add({"image.mask", QT_TRANSLATE_NOOP("Actions", "Show &mask"),
                    QT_TRANSLATE_NOOP("Actions", "Lays the record's masks over its image."), "mask",
                    QKeySequence(Qt::Key_M), image});
  mask->setCheckable(true);
  mask->setChecked(true);
  connect(mask, &QAction::toggled, this, [this](bool on) { details_->setMaskShown(on); });
  QAction* invert =
      actions_.add({"image.invert",
                    QT_TRANSLATE_NOOP("Actions", "&Invert image"),
                    QT_TRANSLATE_NOOP("Actions", "Shows black as white. On the image: I."),
                    "invert",
                    {},
                    image});
  invert->setCheckable(true);
  connect(invert, &QAction::triggered, this,
          [this](bool on) { details_->image()->setInverted(on); });
  actions_.add({"image.reset",
                QT_TRANSLATE_NOOP("Actions", "Rese&t image"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Shows the whole image with its own window. On the image: W and "
                                  "double-click."),
                "fit",
                {},
                image},
               [this] {
                 details_->image()->resetWindow();
                 details_->image()->setInverted(false);
                 details_->image()->fit();
               });
  actions_.add({"image.fullScreen", QT_TRANSLATE_NOOP("Actions", "Image on the &full screen"),
                QT_TRANSLATE_NOOP("Actions",
                                  "Shows the image alone. The keys for records work there, too; "
                                  "Escape goes back."),
                "float", QKeySequence(Qt::Key_F), image},
               [this] { showFullScreen(); });
}

void DataStage::updateActions() {
  const bool isHere = isVisible() && session_->isOpen() && session_->total() > 0;
  const bool hasRows = isHere && look() != Look::Checks && session_->table().rowCount() > 0;
  const bool canEdit = hasRows && session_->selection().hasSelection();
  const auto enable = [this](const char* id, bool enabled) {
    actions_.action(id)->setEnabled(enabled);
  };
  for (const char* id :
       {"records.exclude", "records.excludeBecause", "records.restore", "records.training",
        "records.validation", "records.test", "records.noSplit", "records.setView",
        "records.addTag", "records.removeTag", "records.copy"})
    enable(id, canEdit);
  enable("records.showFile", hasRows);
  enable("records.selectAll", hasRows);
  enable("records.find", isHere);
  enable("records.table", isHere);
  enable("records.grid", isHere);
  enable("records.charts", isHere);
  enable("records.checks", isHere);
  enable("records.quarantine", isHere && session_->quarantined() > 0);
  enable("records.clearFilters",
         isHere && (!session_->query().isEmpty() || !search_->text().isEmpty()));
  const bool hasImage = hasRows && details_->image()->hasImage();
  enable("image.mask", hasImage && details_->hasMask());
  for (const char* id : {"image.invert", "image.reset", "image.fullScreen"}) enable(id, hasImage);
  actions_.action("image.invert")->setChecked(details_->image()->inverted());

  // "Undo: Exclude 12 records".
  const auto name = [this](const char* id, const std::optional<HistoryEntry>& step,
                           const QString& plain, const QString& withStep) {
    QAction* action = actions_.action(id);
    action->setEnabled(isVisible() && session_->isOpen() && step && !session_->isEditing());
    const QString text = step ? withStep.arg(CatalogText::step(*step)) : plain;
    if (action->text() != text) action->setText(text);
  };
  name("edit.undo", session_->undoable(), tr("&Undo"), tr("&Undo: %1"));
  name("edit.redo", session_->redoable(), tr("&Redo"), tr("&Redo: %1"));
}

void DataStage::showContextMenu(QWidget* view, QPoint position) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const char* id : {"image.fullScreen", "", "records.exclude", "records.excludeBecause",
                         "records.restore", "", "records.training", "records.validation",
                         "records.test", "records.noSplit", "", "records.setView", "records.addTag",
                         "records.removeTag", "", "records.copy", "records.showFile"}) {
    if (*id)
      menu->addAction(actions_.action(id));
    else
      menu->addSeparator();
  }
  menu->popup(view->mapToGlobal(position));
}

void DataStage::askText(const QString& title, const QString& label, const QStringList& known,
                        std::function<void(const std::string&)> use) {
  auto* dialog = new QInputDialog(window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(label + QStringLiteral("  ") +
                       tr("(%Ln record(s))", nullptr, static_cast<int>(session_->selectedCount())));
  dialog->setComboBoxItems(known);
  dialog->setComboBoxEditable(true);
  dialog->setTextValue({});
  connect(dialog, &QInputDialog::textValueSelected, this,
          [use = std::move(use)](const QString& text) {
            if (!text.trimmed().isEmpty()) use(text.trimmed().toStdString());
          });
  dialog->open();
}

void DataStage::copyRows() {
  const RowRanges rows = session_->selectedRows();
  if (rows.empty()) return;
  session_->service().ask(
      CatalogService::Topic::Record, 1,
      [rows, ids = session_->table().ids()](Catalog& catalog) {
        std::vector<RecordId> chosen = idsIn(rows, *ids);
        if (chosen.size() > kMostCopied) chosen.resize(kMostCopied);
        return catalog.rows(chosen);
      },
      [](const std::vector<RecordRow>& found) {
        QStringList lines;
        QStringList head;
        for (int column = 0; column <= static_cast<int>(RecordColumn::Image); ++column)
          head << CatalogText::column(static_cast<RecordColumn>(column));
        lines << head.join('\t');
        for (const RecordRow& row : found) {
          QStringList cells{QString::number(row.id),
                            fromUtf8(row.patient),
                            fromUtf8(row.study),
                            fromUtf8(row.date),
                            fromUtf8(row.view),
                            fromUtf8(row.sex),
                            row.age ? QString::number(*row.age) : QString(),
                            CatalogText::split(row.split),
                            CatalogText::status(row.status),
                            fromUtf8(row.source),
                            fromUtf8(row.image.string())};
          for (QString& cell : cells) cell.replace('\t', ' ').replace('\n', ' ');
          lines << cells.join('\t');
        }
        QGuiApplication::clipboard()->setText(lines.join('\n') + '\n');
      });
}

void DataStage::showFullScreen() {
  if (!details_->shown()) return;
  auto* full = new FullImage(*details_, window());
  full->setAttribute(Qt::WA_DeleteOnClose);
  connect(full, &FullImage::stepRequested, this, &DataStage::move);
  for (const char* id :
       {"records.exclude", "records.restore", "records.training", "records.validation",
        "records.test", "records.noSplit", "image.mask", "edit.undo", "edit.redo"})
    full->addAction(actions_.action(id));
  // Also where no window manager sees to it.
  if (const QScreen* display = screen()) full->setGeometry(display->geometry());
  full->showFullScreen();
}

}  // namespace mrm
