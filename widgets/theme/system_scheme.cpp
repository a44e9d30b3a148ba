#include "widgets/theme/system_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>

namespace mrm {
namespace {

const char kService[] = "org.freedesktop.portal.Desktop";
const char kPath[] = "/org/freedesktop/portal/desktop";
const char kInterface[] = "org.freedesktop.portal.Settings";
const char kNamespace[] = "org.freedesktop.appearance";
const char kKey[] = "color-scheme";

// libdbus would start a bus of its own where there is none, which takes long.
bool hasSessionBus() {
  if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) return true;
  const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
  return !runtime.isEmpty() && QFileInfo::exists(runtime + "/bus");
}

// The portal wraps the value in one or two variants, by version.
QVariant unwrapped(QVariant value) {
  while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
  return value;
}

class PortalListener : public QObject {
  Q_OBJECT
 public:
  PortalListener(QObject* parent, std::function<void(bool)> onScheme)
      : QObject(parent), onScheme_(std::move(onScheme)) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(kService, kPath, kInterface, "SettingChanged", this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, "Read");
    read << QString(kNamespace) << QString(kKey);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
      const QDBusPendingReply<QDBusVariant> reply = *watcher;
      if (reply.isValid()) report(reply.value().variant());
      watcher->deleteLater();
    });
  }

 private Q_SLOTS:
  void onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space == kNamespace && key == kKey) report(value.variant());
  }

 private:
  void report(const QVariant& value) {
    const uint scheme = unwrapped(value).toUInt();  // 0: no preference, 1: dark, 2: light
    if (scheme == 1 || scheme == 2) onScheme_(scheme == 1);
  }

  std::function<void(bool)> onScheme_;
};

}  // namespace

bool platformPaletteIsDark() {
  const QPalette palette = QGuiApplication::palette();
  return palette.color(QPalette::Window).lightness() <
         palette.color(QPalette::WindowText).lightness();
}

void followSystemScheme(QObject* context, std::function<void(bool)> onScheme) {
  if (hasSessionBus()) new PortalListener(context, std::move(onScheme));
}

}  // namespace mrm

#include "system_scheme.moc"
