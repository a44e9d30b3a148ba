// A report as the model restored it: what it was shown as text, what was hidden from it as chips.
#pragma once

#include <QWidget>
#include <vector>

#include "core/run/preview.h"

namespace mrm {

class ReportText : public QWidget {
  Q_OBJECT
 public:
  explicit ReportText(QWidget* parent = nullptr);

  void setWords(std::vector<PreviewWord> words);
  // The chips show the report's own words in place of the restored ones.
  void setOriginalShown(bool original);

  int maskedCount() const { return masked_; }
  int rightCount() const { return right_; }
  static bool isRight(const PreviewWord& word);
  QString describe(const PreviewWord& word) const;  // for tool tips and screen readers

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Piece {
    QRect rect;
    QString text;
    std::size_t word;
  };
  int arrange(int width, std::vector<Piece>* pieces) const;
  QString shownText(const PreviewWord& word) const;
  void updateTexts();
  void moveCurrent(int direction);

  std::vector<PreviewWord> words_;
  std::vector<Piece> pieces_;
  bool original_ = false;
  Qt::LayoutDirection direction_ = Qt::LeftToRight;  // the report's, whatever the window's is
  int masked_ = 0, right_ = 0;
  int current_ = -1;  // the word that the keyboard is on
};

}  // namespace mrm
