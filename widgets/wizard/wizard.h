// The frame of all wizards: left the pages with their state, right the page, below what it will
// cost, and Back, Next and Cancel.
#pragma once

#include <QDialog>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace mrm {

class ElidedLabel;
class WizardPage;

class Wizard : public QDialog {
  Q_OBJECT
 public:
  explicit Wizard(QWidget* parent = nullptr);

  void addPage(WizardPage* page);
  WizardPage* page(int index) const { return pages_[static_cast<std::size_t>(index)]; }
  int pageCount() const { return static_cast<int>(pages_.size()); }
  int currentIndex() const;
  // Goes there where every page before it is complete, else to the first that is not.
  void goTo(int index);

  QListWidget* list() const { return list_; }
  QPushButton* backButton() const { return back_; }
  QPushButton* nextButton() const { return next_; }
  QPushButton* cancelButton() const { return cancel_; }
  QString cost() const;

  void reject() override;

 Q_SIGNALS:
  void finishRequested();  // the primary button of the last page
  void leaveRequested();   // closing while a page is busy: whoever listens cancels the work

 protected:
  // Once the wizard's work is done there is no way back: Cancel becomes Close, the primary button
  // what `primary` says, which accepts; empty: there is none.
  void showDone(const QString& primary);
  bool isDone() const { return isDone_; }

 private:
  void updateState();
  void enterPage(int index);
  int reachable() const;  // index of the furthest page that can be entered

  std::vector<WizardPage*> pages_;
  bool isDone_ = false;
  QString donePrimary_;
  QListWidget* list_;
  QStackedWidget* stack_;
  QLabel* question_;
  ElidedLabel* cost_;
  QPushButton *back_, *next_, *cancel_;
};

}  // namespace mrm
