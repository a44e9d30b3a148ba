// A page of a wizard: one question, and whether it is answered.
#pragma once

#include <QWidget>

namespace mrm {

class WizardPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;

  virtual QString title() const = 0;     // in the list of pages: "Settings"
  virtual QString question() const = 0;  // above the page: "How is the table to be read?"
  // Whether one can go on from here.
  virtual bool isComplete() const = 0;
  // What wants a look although one can go on, or why one cannot: one sentence, or empty. The list
  // of pages marks the page.
  virtual QString attention() const { return {}; }
  // What going on will cost in time, disk or memory; empty: what the page before said.
  virtual QString cost() const { return {}; }
  // The button that goes on; empty: "Next". On the last page it ends the wizard's work.
  virtual QString primaryText() const { return {}; }
  // Something is under way that must end, or be cancelled, before one leaves the page.
  virtual bool isBusy() const { return false; }
  // It became the current page, coming from before or after it.
  virtual void enter() {}
  // The widget that has the focus when the page is entered; null: the first one.
  virtual QWidget* focusFirst() const { return nullptr; }

 Q_SIGNALS:
  void changed();  // what the functions above say
};

}  // namespace mrm
