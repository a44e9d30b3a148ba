// A VTK renderer inside a Qt 6 widget. Debian's VTK 9.1 brings such a widget for Qt 5 only.
#pragma once

#include <vtkSmartPointer.h>

#include <QOpenGLWidget>

class QSurface;
class vtkGenericOpenGLRenderWindow;
class vtkRenderer;

namespace mrm {

// Draws `renderer()`, which lives as long as the widget, whatever happens to the OpenGL context:
// that is replaced when the widget moves to another window (a dock floats, a splitter is rebuilt).
class VtkSurface : public QOpenGLWidget {
 public:
  explicit VtkSurface(QWidget* parent);
  ~VtkSurface() override;

 protected:
  vtkRenderer* renderer() const;  // not inline: vtkSmartPointer needs the whole class
  // Called before each picture, with the context current; the place to bring the scene up to date.
  virtual void prepareScene() = 0;

  void initializeGL() final;
  void paintGL() final;
  void resizeGL(int width, int height) final;

 private:
  void releaseContext();
  void observe(unsigned long event, void (*callback)(VtkSurface* self, void* data));

  vtkSmartPointer<vtkRenderer> renderer_;
  vtkSmartPointer<vtkGenericOpenGLRenderWindow> window_;  // one for each context
  QSurface* surface_ = nullptr;
};

}  // namespace mrm
