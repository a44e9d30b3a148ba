// The composed controls of WorkbenchStyle: tabs, headers, docks, scroll bars, sliders, progress.
#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QPainter>
#include <QStyleOption>
#include <QTimer>

#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/workbench_style.h"

namespace mrm {

void WorkbenchStyle::drawTab(const QStyleOptionTab& option, QPainter& painter) const {
  const Colors& c = themeColors();
  const QRect r = option.rect;
  if (!(option.state & State_Selected) && (option.state & State_MouseOver))
    fillRound(painter, r.adjusted(2, 2, -2, -4), c.controlHover);
  if (option.state & State_Selected) {
    const bool bottom =
        option.shape == QTabBar::RoundedSouth || option.shape == QTabBar::TriangularSouth;
    const int y = bottom ? r.top() : r.bottom() - 1;
    painter.fillRect(QRect(r.left() + kGrid, y, r.width() - 2 * kGrid, 2), c.accentText);
  }
  if (option.state & State_HasFocus && option.state & State_KeyboardFocusChange)
    drawFocus(painter, r.adjusted(2, 2, -2, -4), false);
}

void WorkbenchStyle::drawHeaderSection(const QStyleOptionHeader& option, QPainter& painter) const {
  const Colors& c = themeColors();
  painter.fillRect(option.rect, c.base);
  painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                   c.hairline);
}

void WorkbenchStyle::drawDockTitle(const QStyleOptionDockWidget& option, QPainter& painter,
                                   const QWidget* widget) const {
  const QRect text = subElementRect(SE_DockWidgetTitleBarText, &option, widget);
  painter.save();
  QFont font = painter.font();
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  painter.setPen(themeColors().secondaryText);
  const QString title =
      painter.fontMetrics().elidedText(option.title, Qt::ElideRight, text.width() - kGrid);
  painter.drawText(text.adjusted(kGrid, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeading, title);
  painter.restore();
}

void WorkbenchStyle::drawProgressBar(const QStyleOptionProgressBar& option, QPainter& painter,
                                     const QWidget* widget) const {
  const Colors& c = themeColors();
  QRect track = option.rect;
  track.setHeight(std::min(track.height(), 6));
  track.moveCenter(option.rect.center());
  fillRound(painter, track, c.dark ? c.controlPressed : c.hairline, Qt::transparent, 0, 3);
  const bool mirrored = option.invertedAppearance != (option.direction == Qt::RightToLeft);
  QRect bar = track;
  if (option.maximum <= option.minimum) {  // busy: a piece that travels
    static const QElapsedTimer clock = [] {
      QElapsedTimer timer;
      timer.start();
      return timer;
    }();
    const int length = std::max(24, track.width() / 4);
    const double phase = static_cast<double>(clock.elapsed() % 1600) / 1600;
    bar.setWidth(length);
    bar.moveLeft(track.left() + static_cast<int>(phase * (track.width() + length)) - length);
    bar &= track;
    if (widget) QTimer::singleShot(40, widget, [w = const_cast<QWidget*>(widget)] { w->update(); });
  } else {
    const double share = static_cast<double>(option.progress - option.minimum) /
                         (static_cast<double>(option.maximum) - option.minimum);
    const int length = static_cast<int>(track.width() * std::clamp(share, 0.0, 1.0));
    if (length < 1) return;
    bar.setWidth(length);
    if (mirrored) bar.moveRight(track.right());
  }
  const bool enabled = option.state & State_Enabled;
  fillRound(painter, bar, enabled ? (c.dark ? c.accentText : c.accent) : c.disabledText,
            Qt::transparent, 0, 3);
}

void WorkbenchStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter,
                                   const QWidget* widget) const {
  const Colors& c = themeColors();
  if (option.maximum <= option.minimum) return;
  QRect handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
  const bool active = option.state & (State_MouseOver | State_Sunken);
  const int inset = active ? 2 : 3;
  if (option.orientation == Qt::Horizontal)
    handle.adjust(2, inset, -2, -inset);
  else
    handle.adjust(inset, 2, -inset, -2);
  QColor color = c.secondaryText;
  color.setAlphaF(active ? 0.75f : 0.4f);
  fillRound(painter, handle, color, Qt::transparent, 0,
            std::min(handle.width(), handle.height()) / 2.0);
}

void WorkbenchStyle::drawSlider(const QStyleOptionSlider& option, QPainter& painter,
                                const QWidget* widget) const {
  const Colors& c = themeColors();
  const QRect groove = subControlRect(CC_Slider, &option, SC_SliderGroove, widget);
  const QRect handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
  const bool enabled = option.state & State_Enabled;
  const QColor accent = enabled ? (c.dark ? c.accentText : c.accent) : c.disabledText;
  QRect track = groove;
  if (option.orientation == Qt::Horizontal) {
    track.setHeight(4);
    track.moveCenter(groove.center());
  } else {
    track.setWidth(4);
    track.moveCenter(groove.center());
  }
  fillRound(painter, track, c.dark ? c.controlPressed : c.controlBorder, Qt::transparent, 0, 2);
  QRect done = track;
  if (option.orientation == Qt::Horizontal) {
    if (option.upsideDown)
      done.setLeft(handle.center().x());
    else
      done.setRight(handle.center().x());
  } else {
    done.setTop(handle.center().y());
  }
  fillRound(painter, done, accent, Qt::transparent, 0, 2);
  const QRect knob = QRect(0, 0, 16, 16);
  QRect centred = knob;
  centred.moveCenter(handle.center());
  fillRound(painter, centred.adjusted(1, 1, -1, -1), c.dark ? c.text : c.raised, accent, 2, 7);
  if (option.state & State_HasFocus && option.state & State_KeyboardFocusChange)
    drawFocus(painter, centred, false);
}

void WorkbenchStyle::drawControl(ControlElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const {
  const Colors& c = themeColors();
  switch (element) {
    case CE_PushButtonLabel:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
        return drawPushButtonLabel(*button, *painter, widget);
      break;
    case CE_ItemViewItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
        // Selected rows are tinted, not filled: their text keeps its colour, and so its meaning.
        QStyleOptionViewItem copy = *item;
        copy.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
        copy.showDecorationSelected = true;
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
      }
      break;
    case CE_TabBarTabShape:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
        return drawTab(*tab, *painter);
      break;
    case CE_HeaderSection:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
        return drawHeaderSection(*header, *painter);
      break;
    case CE_HeaderLabel:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
        QStyleOptionHeader copy = *header;
        copy.palette.setColor(QPalette::ButtonText, c.secondaryText);
        return QProxyStyle::drawControl(element, &copy, painter, widget);
      }
      break;
    case CE_HeaderEmptyArea:
      painter->fillRect(option->rect, c.base);
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                        c.hairline);
      return;
    case CE_DockWidgetTitle:
      if (const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option))
        return drawDockTitle(*dock, *painter, widget);
      break;
    case CE_ProgressBar:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
        return drawProgressBar(*bar, *painter, widget);
      break;
    case CE_Splitter:
      return;
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
      painter->fillRect(option->rect, c.window);
      return;
    case CE_MenuBarItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
        painter->fillRect(option->rect, c.window);
        if (item->state & (State_Selected | State_Sunken))
          fillRound(*painter, option->rect.adjusted(1, 1, -1, -1),
                    item->state & State_Sunken ? c.controlPressed : c.controlHover);
        const bool underline = proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr);
        proxy()->drawItemText(painter, option->rect,
                              Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine |
                                  (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                              item->palette, item->state & State_Enabled, item->text,
                              QPalette::WindowText);
        return;
      }
      break;
    default:
      break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void WorkbenchStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                        QPainter* painter, const QWidget* widget) const {
  const Colors& c = themeColors();
  switch (control) {
    case CC_ScrollBar:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
        return drawScrollBar(*bar, *painter, widget);
      break;
    case CC_Slider:
      if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
        return drawSlider(*slider, *painter, widget);
      break;
    case CC_ComboBox:
      if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
        const bool enabled = option->state & State_Enabled;
        const bool hover = enabled && option->state & State_MouseOver;
        const bool focus = option->state & State_HasFocus;
        if (combo->frame)
          fillRound(*painter, option->rect,
                    !enabled          ? c.window
                    : combo->editable ? c.base
                    : hover           ? c.controlHover
                                      : c.control,
                    focus && enabled ? c.accentText
                    : enabled        ? c.controlBorder
                                     : c.hairline,
                    focus ? 1.6 : 1);
        QStyleOption arrow = *option;
        arrow.rect = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        return;
      }
      break;
    default:
      break;
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect WorkbenchStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                     SubControl subControl, const QWidget* widget) const {
  if (control == CC_ScrollBar) {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar) return {};
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const QRect all = bar->rect;
    const int length = horizontal ? all.width() : all.height();
    const int range = bar->maximum - bar->minimum;
    int slider = length;
    if (range > 0) {
      const double share =
          static_cast<double>(bar->pageStep) / (static_cast<double>(range) + bar->pageStep);
      slider =
          std::clamp(static_cast<int>(share * length),
                     std::min(pixelMetric(PM_ScrollBarSliderMin, option, widget), length), length);
    }
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto piece = [&](int from, int to) {
      return horizontal ? QRect(all.left() + from, all.top(), to - from, all.height())
                        : QRect(all.left(), all.top() + from, all.width(), to - from);
    };
    switch (subControl) {
      case SC_ScrollBarSlider:
        return piece(start, start + slider);
      case SC_ScrollBarSubPage:
        return piece(0, start);
      case SC_ScrollBarAddPage:
        return piece(start + slider, length);
      case SC_ScrollBarGroove:
        return all;
      default:
        return {};
    }
  }
  QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
  if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
    rect = visualRect(option->direction, option->rect,
                      visualRect(option->direction, option->rect, rect).adjusted(5, 0, 0, 0));
  return rect;
}

QRect WorkbenchStyle::subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const {
  QRect rect = QProxyStyle::subElementRect(element, option, widget);
  if (element == SE_LineEditContents) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (frame && frame->lineWidth > 0) rect.adjust(5, 0, -5, 0);
  } else if (element == SE_HeaderArrow || element == SE_HeaderLabel) {
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None) return rect;
    const int arrow = 12;  // at the far end, beside the words
    QRect logical = option->rect.adjusted(kGrid, 0, -kGrid / 2, 0);
    if (element == SE_HeaderArrow)
      logical.setLeft(logical.right() - arrow + 1);
    else
      logical.setRight(logical.right() - arrow - 2);
    rect = visualRect(option->direction, option->rect, logical);
  }
  return rect;
}

}  // namespace mrm
