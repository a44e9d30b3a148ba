#include "widgets/image/opengl_probe.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

namespace mrm {

QSurfaceFormat vtkSurfaceFormat() {
  QSurfaceFormat format;
  format.setRenderableType(QSurfaceFormat::OpenGL);
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  format.setAlphaBufferSize(8);
  format.setSamples(0);
  return format;
}

OpenGlProbe probeOpenGl() {
  // These platforms make contexts, where the machine has them, but cannot show QOpenGLWidget.
  const QString platform = QGuiApplication::platformName();
  for (const char* without : {"offscreen", "minimal", "vnc", "linuxfb"})
    if (platform == QLatin1String(without))
      return {false, false, QStringLiteral("platform ") + platform};
  QOpenGLContext context;
  context.setFormat(vtkSurfaceFormat());
  QOffscreenSurface surface;
  surface.setFormat(vtkSurfaceFormat());
  if (!context.create()) return {false, false, QStringLiteral("no OpenGL context")};
  surface.create();
  if (!surface.isValid() || !context.makeCurrent(&surface))
    return {false, false, QStringLiteral("OpenGL context cannot be used")};
  OpenGlProbe probe;
  const auto version = context.format().version();
  const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
  probe.renderer = QString::fromLatin1(name ? name : "unnamed renderer");
  probe.usable = version >= std::pair(3, 2) && !context.isOpenGLES();
  if (!probe.usable)
    probe.renderer +=
        QStringLiteral(" has OpenGL %1.%2 only").arg(version.first).arg(version.second);
  probe.hardware = probe.usable;
  for (const char* software :
       {"llvmpipe", "softpipe", "swrast", "SwiftShader", "Software Rasterizer"})
    if (probe.renderer.contains(QLatin1String(software), Qt::CaseInsensitive))
      probe.hardware = false;
  context.doneCurrent();
  return probe;
}

}  // namespace mrm
