// The built-in help: pages at the left, the page that is read at the right, and a search through
// all of them.
#pragma once

#include <QDialog>
#include <QVector>

#include "widgets/help/help_pages.h"

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace mrm {

class HelpWindow : public QDialog {
  Q_OBJECT
 public:
  explicit HelpWindow(const ActionRegistry& actions, QWidget* parent = nullptr);

  void showPage(const QString& id);
  QString currentPage() const;
  QLineEdit* search() const { return search_; }
  QListWidget* list() const { return list_; }
  QTextBrowser* text() const { return text_; }

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void load();
  void fill();
  void render();

  const ActionRegistry& actions_;
  QVector<HelpPage> pages_;
  QLineEdit* search_;
  QListWidget* list_;
  QTextBrowser* text_;
};

}  // namespace mrm
