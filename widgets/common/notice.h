// A message in the page: what happened, to what, what to do; details on demand; never a modal box.
#pragma once

#include <QWidget>

#include "widgets/common/error_text.h"

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace mrm {

class Disclosure;

enum class NoticeTone { Info, Attention, Failure, Success };

class Notice : public QWidget {
  Q_OBJECT
 public:
  explicit Notice(QWidget* parent = nullptr);

  void showMessage(NoticeTone tone, const QString& what, const QString& advice = {});
  void showError(const ErrorText& error);
  void display(NoticeTone tone, const ErrorText& content);
  const ErrorText& content() const { return content_; }
  NoticeTone tone() const { return tone_; }

  QPushButton* addButton();
  void setClosable(bool closable);

 Q_SIGNALS:
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void updateColors();
  void retranslate();

  NoticeTone tone_ = NoticeTone::Info;
  ErrorText content_;
  QLabel *icon_, *what_, *where_, *advice_;
  QPlainTextEdit* details_;
  Disclosure* disclosure_;
  QPushButton* copy_;
  QToolButton* close_;
  QHBoxLayout* buttons_;
};

// A dialog around a Notice, for errors that answer a click and have no page of their own. Not modal
// to other windows, and does not block the caller.
void showErrorDialog(QWidget* parent, const QString& title, const ErrorText& error);

}  // namespace mrm
