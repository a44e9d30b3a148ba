// Fusion with calmer parts: flat controls with one hairline, visible focus, slim scroll and
// progress bars.
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComplex;
class QStyleOptionDockWidget;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace mrm {

// A button with the property kPrimary is the one that a screen is for and is filled with accent, as
// is a dialog's default button.
inline constexpr char kPrimary[] = "mrmPrimary";

class WorkbenchStyle : public QProxyStyle {
  Q_OBJECT
 public:
  WorkbenchStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                       SubControl subControl, const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option,
                       const QWidget* widget) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option,
                  const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* returnData) const override;
  void polish(QWidget* widget) override;
  using QProxyStyle::polish;

 private:
  void drawPushButton(const QStyleOptionButton& option, QPainter& painter,
                      const QWidget* widget) const;
  void drawPushButtonLabel(const QStyleOptionButton& option, QPainter& painter,
                           const QWidget* widget) const;
  void drawIndicator(const QStyleOption& option, QPainter& painter, bool round) const;
  void drawTab(const QStyleOptionTab& option, QPainter& painter) const;
  void drawHeaderSection(const QStyleOptionHeader& option, QPainter& painter) const;
  void drawDockTitle(const QStyleOptionDockWidget& option, QPainter& painter,
                     const QWidget* widget) const;
  void drawProgressBar(const QStyleOptionProgressBar& option, QPainter& painter,
                       const QWidget* widget) const;
  void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter,
                     const QWidget* widget) const;
  void drawSlider(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const;
};

}  // namespace mrm
