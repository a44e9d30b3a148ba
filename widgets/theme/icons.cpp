#include "widgets/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "widgets/theme/theme.h"

// At global scope: the macro declares the generated function there.
static void initializeIconResources() {
  Q_INIT_RESOURCE(icons);
}

namespace mrm {
namespace {

QColor colorOf(IconTone tone) {
  const Colors& c = themeColors();
  switch (tone) {
    case IconTone::Secondary:
      return c.secondaryText;
    case IconTone::Accent:
      return c.accentText;
    case IconTone::OnAccent:
      return c.onAccent;
    case IconTone::Attention:
      return c.attention;
    case IconTone::Failure:
      return c.failure;
    case IconTone::Success:
      return c.success;
    case IconTone::OnImage:
      return c.onImage;
    case IconTone::Text:
      break;
  }
  return c.text;
}

QPixmap rendered(const QString& name, const QSize& pixels, const QColor& color) {
  const QString key = QStringLiteral("mrm-icon/%1/%2/%3x%4")
                          .arg(name, color.name())
                          .arg(pixels.width())
                          .arg(pixels.height());
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) {
    qWarning("There is no icon called '%s'", qUtf8Printable(name));
    return {};
  }
  QSvgRenderer renderer(file.readAll().replace("#000", color.name().toUtf8()));
  pixmap = QPixmap(pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.setAspectRatioMode(Qt::KeepAspectRatio);
  renderer.render(&painter, QRectF(QPointF(), pixels));
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

class ThemedIconEngine : public QIconEngine {
 public:
  ThemedIconEngine(QString name, IconTone tone) : name_(std::move(name)), tone_(tone) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const double scale = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    painter->drawPixmap(rect, pixmap(rect.size() * scale, mode, state));
  }
  // `size` is in device pixels: the callers in QIcon multiply by the ratio themselves.
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    return rendered(name_, size,
                    mode == QIcon::Disabled ? themeColors().disabledText : colorOf(tone_));
  }
  QIconEngine* clone() const override { return new ThemedIconEngine(name_, tone_); }
  QString key() const override { return QStringLiteral("mrm-themed"); }
  QString iconName() override { return name_; }
  bool isNull() override { return false; }

 private:
  QString name_;
  IconTone tone_;
};

}  // namespace

QIcon themedIcon(const QString& name, IconTone tone) {
  return QIcon(new ThemedIconEngine(name, tone));
}

QPixmap themedPixmap(const QString& name, int size, double scale, IconTone tone) {
  QPixmap pixmap = rendered(name, QSize(size, size) * scale, colorOf(tone));
  pixmap.setDevicePixelRatio(scale);
  return pixmap;
}

void initializeIcons() {
  initializeIconResources();
}

}  // namespace mrm
