#include "widgets/theme/colors.h"

#include <algorithm>
#include <cmath>

namespace mrm {

const Colors& lightColors() {
  static const Colors colors = [] {
    Colors c;
    c.window = QColor(0xf5f6f8);
    c.base = QColor(0xffffff);
    c.raised = QColor(0xffffff);
    c.text = QColor(0x1a1e23);
    c.secondaryText = QColor(0x57606a);
    c.disabledText = QColor(0x8b949e);
    c.hairline = QColor(0xdce0e5);
    c.controlBorder = QColor(0xc2c8d0);
    c.control = QColor(0xffffff);
    c.controlHover = QColor(0xf0f2f5);
    c.controlPressed = QColor(0xe4e8ed);
    c.accent = QColor(0x1f6bd0);
    c.accentHover = QColor(0x1a5fbb);
    c.onAccent = QColor(0xffffff);
    c.accentText = QColor(0x1a5fbb);
    c.selection = QColor(0xdbe8fa);
    c.attention = QColor(0x865200);
    c.attentionTint = QColor(0xfdf1d8);
    c.failure = QColor(0xb92a22);
    c.failureTint = QColor(0xfcebe9);
    c.success = QColor(0x1c7038);
    c.successTint = QColor(0xe5f4e9);
    c.image = QColor(0x101214);
    c.onImage = QColor(0xc9d1d9);
    c.imageLoss = QColor(0x0072b2);
    c.reportLoss = QColor(0xd55e00);
    c.totalLoss = QColor(0x24292f);
    c.learningRate = QColor(0x009e73);
    c.speed = QColor(0xcc79a7);
    return c;
  }();
  return colors;
}

const Colors& darkColors() {
  static const Colors colors = [] {
    Colors c;
    c.dark = true;
    c.window = QColor(0x1a1d21);
    c.base = QColor(0x15181b);
    c.raised = QColor(0x22262b);
    c.text = QColor(0xe3e7eb);
    c.secondaryText = QColor(0xa0a9b3);
    c.disabledText = QColor(0x6b747e);
    c.hairline = QColor(0x2e3339);
    c.controlBorder = QColor(0x434a53);
    c.control = QColor(0x24292e);
    c.controlHover = QColor(0x2c3238);
    c.controlPressed = QColor(0x343b43);
    c.accent = QColor(0x2870d4);
    c.accentHover = QColor(0x3a80e0);
    c.onAccent = QColor(0xffffff);
    c.accentText = QColor(0x7ab2ff);
    c.selection = QColor(0x1d3a5f);
    c.attention = QColor(0xe5ad45);
    c.attentionTint = QColor(0x3a2f18);
    c.failure = QColor(0xff8f86);
    c.failureTint = QColor(0x412321);
    c.success = QColor(0x68c787);
    c.successTint = QColor(0x1b3524);
    c.image = QColor(0x101214);
    c.onImage = QColor(0xc9d1d9);
    c.imageLoss = QColor(0x56b4e9);
    c.reportLoss = QColor(0xe69f00);
    c.totalLoss = QColor(0xdfe4e9);
    c.learningRate = QColor(0x00b383);
    c.speed = QColor(0xcc79a7);
    return c;
  }();
  return colors;
}

QPalette paletteOf(const Colors& c) {
  QPalette p;
  p.setColor(QPalette::Window, c.window);
  p.setColor(QPalette::WindowText, c.text);
  p.setColor(QPalette::Base, c.base);
  p.setColor(QPalette::AlternateBase, c.dark ? QColor(0x191c20) : QColor(0xf9fafb));
  p.setColor(QPalette::ToolTipBase, c.raised);
  p.setColor(QPalette::ToolTipText, c.text);
  p.setColor(QPalette::PlaceholderText, c.secondaryText);
  p.setColor(QPalette::Text, c.text);
  p.setColor(QPalette::Button, c.control);
  p.setColor(QPalette::ButtonText, c.text);
  p.setColor(QPalette::BrightText, c.failure);
  p.setColor(QPalette::Light, c.dark ? QColor(0x3a4048) : QColor(0xffffff));
  p.setColor(QPalette::Midlight, c.controlHover);
  p.setColor(QPalette::Mid, c.controlBorder);
  p.setColor(QPalette::Dark, c.dark ? QColor(0x0c0e10) : QColor(0xaab1ba));
  p.setColor(QPalette::Shadow, c.dark ? QColor(Qt::black) : QColor(0x6e7781));
  p.setColor(QPalette::Highlight, c.accent);
  p.setColor(QPalette::HighlightedText, c.onAccent);
  p.setColor(QPalette::Link, c.accentText);
  p.setColor(QPalette::LinkVisited, c.accentText);
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
    p.setColor(QPalette::Disabled, role, c.disabledText);
  p.setColor(QPalette::Disabled, QPalette::Base, c.window);
  p.setColor(QPalette::Disabled, QPalette::Button, c.window);
  p.setColor(QPalette::Disabled, QPalette::Highlight, c.controlBorder);
  p.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabledText);
  return p;
}

double contrast(const QColor& a, const QColor& b) {
  const auto luminance = [](const QColor& color) {
    const auto linear = [](double v) {
      return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
  };
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace mrm
