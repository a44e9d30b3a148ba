#include "widgets/image/vtk_log.h"

#include <vtkObjectFactory.h>
#include <vtkOutputWindow.h>
#include <vtkSmartPointer.h>

#include <QLoggingCategory>

namespace mrm {

namespace {

Q_LOGGING_CATEGORY(vtkLog, "mrm.vtk")

class QtLogWindow : public vtkOutputWindow {
 public:
  static QtLogWindow* New();
  vtkTypeMacro(QtLogWindow, vtkOutputWindow)

      void DisplayText(const char* text) override {
    qCInfo(vtkLog).noquote() << trimmed(text);
  }
  void DisplayErrorText(const char* text) override {
    qCCritical(vtkLog).noquote() << trimmed(text);
  }
  void DisplayWarningText(const char* text) override {
    qCWarning(vtkLog).noquote() << trimmed(text);
  }
  void DisplayGenericWarningText(const char* text) override { DisplayWarningText(text); }
  void DisplayDebugText(const char* text) override { qCDebug(vtkLog).noquote() << trimmed(text); }

 private:
  static QString trimmed(const char* text) { return QString::fromUtf8(text).trimmed(); }
};

vtkStandardNewMacro(QtLogWindow)

}  // namespace

void sendVtkMessagesToQtLog() {
  static const bool done = [] {
    vtkOutputWindow::SetInstance(vtkSmartPointer<QtLogWindow>::New());
    return true;
  }();
  (void)done;
}

}  // namespace mrm
