#include "widgets/image/vtk_surface.h"

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

#include <QOpenGLContext>
#include <QOpenGLFunctions_3_2_Core>
#include <QOpenGLVersionFunctionsFactory>
#include <cmath>

#include "widgets/image/opengl_probe.h"
#include "widgets/image/vtk_log.h"

namespace mrm {

VtkSurface::VtkSurface(QWidget* parent)
    : QOpenGLWidget(parent), renderer_(vtkSmartPointer<vtkRenderer>::New()) {
  sendVtkMessagesToQtLog();
  setFormat(vtkSurfaceFormat());
  setUpdateBehavior(QOpenGLWidget::NoPartialUpdate);
}

VtkSurface::~VtkSurface() {
  releaseContext();
}

vtkRenderer* VtkSurface::renderer() const {
  return renderer_;
}

void VtkSurface::releaseContext() {
  if (!context()) return;
  // Else ~QOpenGLWidget would come here again, with half of the object gone.
  disconnect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &VtkSurface::releaseContext);
  if (!window_) return;
  makeCurrent();
  window_->RemoveRenderer(renderer_);  // frees VTK's OpenGL objects while their context lives
  window_->Finalize();
  window_ = nullptr;
  doneCurrent();
}

void VtkSurface::observe(unsigned long event, void (*callback)(VtkSurface* self, void* data)) {
  struct Observer : vtkCommand {
    void Execute(vtkObject*, unsigned long, void* data) override { call(self, data); }
    VtkSurface* self = nullptr;
    void (*call)(VtkSurface*, void*) = nullptr;
  };
  auto* observer = new Observer;
  observer->self = this;
  observer->call = callback;
  window_->AddObserver(event, observer);
  observer->UnRegister(nullptr);  // the window holds it
}

void VtkSurface::initializeGL() {
  connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &VtkSurface::releaseContext,
          Qt::UniqueConnection);
  surface_ = context()->surface();
  // A new render window for each context: nothing of the old one's OpenGL state can be left over.
  window_ = vtkSmartPointer<vtkGenericOpenGLRenderWindow>::New();
  window_->SetFrameBlitModeToNoBlit();  // paintGL() copies the finished picture
  window_->SetMultiSamples(0);
  window_->AddRenderer(renderer_);
  observe(vtkCommand::WindowMakeCurrentEvent, [](VtkSurface* self, void*) {
    // Not QOpenGLWidget::makeCurrent(): that binds the widget's framebuffer, in the middle of VTK's
    // drawing.
    if (QOpenGLContext::currentContext() != self->context())
      self->context()->makeCurrent(self->surface_);
  });
  observe(vtkCommand::WindowIsCurrentEvent, [](VtkSurface* self, void* answer) {
    *static_cast<bool*>(answer) =
        self->context() && QOpenGLContext::currentContext() == self->context();
  });
  window_->SetForceMaximumHardwareLineWidth(1);
  window_->SetReadyForRendering(true);
  window_->SetMapped(1);
  window_->SetIsDirect(1);
  window_->SetOwnContext(0);  // it is Qt's
  window_->OpenGLInitContext();
  resizeGL(width(), height());  // not called by Qt for a new context of the same size
}

void VtkSurface::resizeGL(int width, int height) {
  const double ratio = devicePixelRatioF();
  window_->SetSize(static_cast<int>(std::lround(width * ratio)),
                   static_cast<int>(std::lround(height * ratio)));
}

void VtkSurface::paintGL() {
  auto* gl = QOpenGLVersionFunctionsFactory::get<QOpenGLFunctions_3_2_Core>(context());
  if (!gl) return;
  prepareScene();
  vtkOpenGLState* state = window_->GetState();
  state->Reset();  // Qt changed OpenGL's state behind VTK's back
  state->Push();
  state->vtkglDepthFunc(GL_LEQUAL);
  window_->Render();
  state->Pop();
  const int* size = window_->GetSize();
  gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, window_->GetDisplayFramebuffer()->GetFBOIndex());
  gl->glReadBuffer(GL_COLOR_ATTACHMENT0);
  gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
  gl->glDisable(GL_SCISSOR_TEST);
  gl->glBlitFramebuffer(0, 0, size[0], size[1], 0, 0, size[0], size[1], GL_COLOR_BUFFER_BIT,
                        GL_NEAREST);
  gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
  // Opaque, else Qt blends the colour of the window behind into it.
  gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
  gl->glClearColor(0, 0, 0, 1);
  gl->glClear(GL_COLOR_BUFFER_BIT);
  gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

}  // namespace mrm
