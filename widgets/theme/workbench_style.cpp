#include "widgets/theme/workbench_style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

#include "widgets/theme/icons.h"
#include "widgets/theme/style_painting.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kControlHeight = 32;
constexpr int kIndicator = 18;

bool isPrimary(const QStyleOptionButton& option, const QWidget* widget) {
  return (option.features & QStyleOptionButton::DefaultButton) ||
         (widget && widget->property(kPrimary).toBool());
}

void drawArrow(const QString& icon, const QStyleOption& option, QPainter& painter) {
  const int side = std::min({16, option.rect.width(), option.rect.height()});
  const double scale = painter.device()->devicePixelRatioF();
  QRect target(0, 0, side, side);
  target.moveCenter(option.rect.center());
  painter.drawPixmap(target, themedPixmap(icon, side, scale, IconTone::Secondary));
}

}  // namespace

WorkbenchStyle::WorkbenchStyle() : QProxyStyle(QStyleFactory::create("fusion")) {}

void WorkbenchStyle::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QPushButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
      qobject_cast<QToolButton*>(widget) || qobject_cast<QScrollBar*>(widget))
    widget->setAttribute(Qt::WA_Hover);
}

void WorkbenchStyle::drawPushButton(const QStyleOptionButton& option, QPainter& painter,
                                    const QWidget* widget) const {
  const Colors& c = themeColors();
  const bool enabled = option.state & State_Enabled;
  const bool hover = enabled && (option.state & State_MouseOver);
  const bool down = option.state & (State_Sunken | State_On);
  if (option.features & QStyleOptionButton::Flat) {
    if (hover || down) fillRound(painter, option.rect, down ? c.controlPressed : c.controlHover);
  } else if (isPrimary(option, widget) && enabled) {
    fillRound(painter, option.rect, hover || down ? c.accentHover : c.accent);
  } else {
    fillRound(painter, option.rect,
              !enabled ? c.window
              : down   ? c.controlPressed
              : hover  ? c.controlHover
                       : c.control,
              enabled ? c.controlBorder : c.hairline);
  }
  if (option.state & State_HasFocus && option.state & State_KeyboardFocusChange)
    drawFocus(painter, option.rect, isPrimary(option, widget) && enabled);
}

void WorkbenchStyle::drawPushButtonLabel(const QStyleOptionButton& option, QPainter& painter,
                                         const QWidget* widget) const {
  QStyleOptionButton copy = option;
  if (isPrimary(option, widget) && (option.state & State_Enabled))
    copy.palette.setColor(QPalette::ButtonText, themeColors().onAccent);
  if (copy.icon.isNull() || copy.direction == Qt::LeftToRight) {
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, &painter, widget);
    return;
  }
  // From right to left Qt puts the text at the far edge of the button instead of beside the icon.
  const int gap = kGrid / 2;
  const int width = copy.fontMetrics.size(Qt::TextShowMnemonic, copy.text).width();
  const int whole = copy.iconSize.width() + gap + width;
  const int right = copy.rect.center().x() + whole / 2;
  const QRect icon(
      QPoint(right - copy.iconSize.width(), copy.rect.center().y() - copy.iconSize.height() / 2),
      copy.iconSize);
  copy.icon.paint(&painter, icon, Qt::AlignCenter,
                  copy.state & State_Enabled ? QIcon::Normal : QIcon::Disabled);
  const QRect text(icon.left() - gap - width, copy.rect.top(), width, copy.rect.height());
  const bool underlined = styleHint(SH_UnderlineShortcut, &copy, widget, nullptr);
  drawItemText(&painter, text,
               Qt::AlignCenter | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
               copy.palette, copy.state & State_Enabled, copy.text, QPalette::ButtonText);
}

void WorkbenchStyle::drawIndicator(const QStyleOption& option, QPainter& painter,
                                   bool round) const {
  const Colors& c = themeColors();
  const bool enabled = option.state & State_Enabled;
  const bool on = option.state & State_On, partly = option.state & State_NoChange;
  const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(on || partly ? Qt::transparent : c.secondaryText, 1.2));
  painter.setBrush(on || partly ? (enabled ? c.accent : c.disabledText)
                                : (enabled ? c.base : c.window));
  if (round)
    painter.drawEllipse(box);
  else
    painter.drawRoundedRect(box, 4, 4);
  if (on && round) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.onAccent);
    painter.drawEllipse(box.center(), 3.2, 3.2);
  } else if (on || partly) {
    painter.setPen(QPen(c.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double w = box.width();
    const QPointF o = box.topLeft();
    if (on)
      painter.drawPolyline(QPolygonF{o + QPointF(w * 0.24, w * 0.53),
                                     o + QPointF(w * 0.43, w * 0.71),
                                     o + QPointF(w * 0.77, w * 0.31)});
    else
      painter.drawLine(o + QPointF(w * 0.28, w * 0.5), o + QPointF(w * 0.72, w * 0.5));
  }
  painter.restore();
}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                   QPainter* painter, const QWidget* widget) const {
  const Colors& c = themeColors();
  switch (element) {
    case PE_PanelButtonCommand:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
        return drawPushButton(*button, *painter, widget);
      break;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_PanelToolBar:
    case PE_PanelStatusBar:
      return;
    case PE_PanelButtonTool: {
      const bool on = option->state & State_On, down = option->state & State_Sunken;
      const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
      if (on) fillRound(*painter, option->rect, c.selection);
      if (!on && (hover || down))
        fillRound(*painter, option->rect, down ? c.controlPressed : c.controlHover);
      if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        drawFocus(*painter, option->rect, false);
      return;
    }
    case PE_PanelLineEdit:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
        if (frame->lineWidth <= 0) {
          painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
          return;
        }
        const bool enabled = option->state & State_Enabled;
        const bool invalid = widget && widget->property(kInvalid).toBool();
        const bool focus = option->state & State_HasFocus;
        fillRound(*painter, option->rect, option->palette.color(QPalette::Base),
                  invalid   ? c.failure
                  : focus   ? c.accentText
                  : enabled ? c.controlBorder
                            : c.hairline,
                  focus || invalid ? 1.6 : 1);
        return;
      }
      break;
    case PE_FrameLineEdit:
      return;
    case PE_FrameFocusRect:
      return drawFocus(*painter, option->rect.adjusted(-1, -1, 1, 1), false);
    case PE_Frame:
      painter->save();
      painter->setPen(c.hairline);
      painter->setBrush(Qt::NoBrush);
      painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
      painter->restore();
      return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
    case PE_PanelMenu:
      painter->save();
      painter->setPen(c.controlBorder);
      painter->setBrush(c.raised);
      painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
      painter->restore();
      return;
    case PE_FrameTabWidget:
      return;
    case PE_FrameTabBarBase:
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                        c.hairline);
      return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      return drawIndicator(*option, *painter, false);
    case PE_IndicatorRadioButton:
      return drawIndicator(*option, *painter, true);
    case PE_IndicatorHeaderArrow:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
        drawArrow(
            header->sortIndicator == QStyleOptionHeader::SortUp ? "chevron-down" : "chevron-up",
            *option, *painter);
      return;
    case PE_IndicatorArrowDown:
      return drawArrow("chevron-down", *option, *painter);
    case PE_IndicatorArrowRight:
      return drawArrow("chevron-right", *option, *painter);
    case PE_IndicatorToolBarSeparator: {
      const QRect r = option->rect;
      if (option->state & State_Horizontal)
        painter->fillRect(QRect(r.center().x(), r.top() + 4, 1, r.height() - 8), c.hairline);
      else
        painter->fillRect(QRect(r.left() + 4, r.center().y(), r.width() - 8, 1), c.hairline);
      return;
    }
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem: {
      if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
        if (item->backgroundBrush.style() != Qt::NoBrush)
          painter->fillRect(option->rect, item->backgroundBrush);
        else if (element == PE_PanelItemViewRow && item->features & QStyleOptionViewItem::Alternate)
          painter->fillRect(option->rect, option->palette.brush(QPalette::AlternateBase));
      }
      if (option->state & State_Selected)
        painter->fillRect(option->rect, c.selection);
      else if (element == PE_PanelItemViewItem && (option->state & State_MouseOver) &&
               (option->state & State_Enabled))
        painter->fillRect(option->rect, c.controlHover);
      return;
    }
    default:
      break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                                const QWidget* widget) const {
  switch (metric) {
    case PM_ScrollBarExtent:
      return 12;
    case PM_ScrollBarSliderMin:
      return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return kIndicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return kGrid;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
      return 18;
    case PM_ToolBarIconSize:
      return 20;
    case PM_ToolBarItemSpacing:
      return 4;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return kGrid;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
      return 2 * kGrid;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
      return 7;
    case PM_DockWidgetTitleMargin:
      return 6;
    case PM_DockWidgetFrameWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
      return 0;
    case PM_TabBarTabHSpace:
      return 3 * kGrid;
    case PM_TabBarTabVSpace:
      return 2 * kGrid - 2;
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
      return 16;
    case PM_HeaderMargin:
      return kGrid;
    case PM_FocusFrameHMargin:  // also what item views keep free beside a cell's text
      if (qobject_cast<const QTableView*>(widget)) return kGrid - 1;
      return QProxyStyle::pixelMetric(metric, option, widget);
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int WorkbenchStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returnData) const {
  switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_TabBar_ElideMode:
      return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Slider_SnapToValue:
      return 1;
    case SH_Slider_AbsoluteSetButtons:
      return Qt::LeftButton;
    default:
      return QProxyStyle::styleHint(hint, option, widget, returnData);
  }
}

QSize WorkbenchStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                       const QSize& size, const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_PushButton:
      result.setHeight(std::max(result.height(), kControlHeight));
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
          button && !button->text.isEmpty())
        result.setWidth(std::max(size.width() + 4 * kGrid, 9 * kGrid));
      break;
    case CT_LineEdit:
    case CT_ComboBox:
      // wider than Fusion's by what the text is set in further
      result = {result.width() + 2 * kGrid, std::max(result.height(), kControlHeight)};
      break;
    case CT_MenuItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
          item && item->menuItemType != QStyleOptionMenuItem::Separator)
        result.setHeight(std::max(result.height(), 28));
      break;
    case CT_MenuBarItem:
      result = size + QSize(2 * kGrid, kGrid);
      break;
    case CT_HeaderSection:
      result.setHeight(std::max(result.height(), kControlHeight));
      break;
    case CT_ProgressBar:
      result.setHeight(6);
      break;
    default:
      break;
  }
  return result;
}

}  // namespace mrm
