#include "widgets/image/vtk_backend.h"

#include <vtkCamera.h>
#include <vtkImageData.h>
#include <vtkImageProperty.h>
#include <vtkImageResliceMapper.h>
#include <vtkImageSlice.h>
#include <vtkLookupTable.h>
#include <vtkPlane.h>
#include <vtkPointData.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>
#include <vtkUnsignedShortArray.h>

#include <algorithm>
#include <cmath>

#include "widgets/image/raster_renderer.h"
#include "widgets/image/sampling.h"

namespace mrm {

// One of the two slices, and which level of which pyramid it shows.
struct VtkBackend::Plane {
  vtkNew<vtkImageSlice> slice;
  vtkNew<vtkImageResliceMapper> mapper;
  vtkNew<vtkImageData> data;
  vtkNew<vtkPlane> rightEdge, lowerEdge;  // clip there
  std::shared_ptr<const void> pyramid;    // whose samples `data` shares
  int level = 0;

  Plane() {
    mapper->SetInputData(data);
    mapper->BorderOn();
    mapper->SliceFacesCameraOn();
    mapper->SliceAtFocalPointOn();
    mapper->ResampleToScreenPixelsOn();
    mapper->AutoAdjustImageQualityOff();
    rightEdge->SetNormal(-1, 0, 0);
    lowerEdge->SetNormal(0, -1, 0);
    mapper->AddClippingPlane(rightEdge);
    mapper->AddClippingPlane(lowerEdge);
    slice->SetMapper(mapper);
    slice->VisibilityOff();
  }

  bool shows(const std::shared_ptr<const void>& of, int index) const {
    return pyramid == of && level == index;
  }

  template <class Array, class Sample>
  void show(std::shared_ptr<const void> of, int index, std::int64_t width, std::int64_t height,
            int components, const Sample* samples) {
    data->SetDimensions(static_cast<int>(width), static_cast<int>(height), 1);
    vtkNew<Array> array;
    array->SetNumberOfComponents(components);
    array->SetArray(const_cast<Sample*>(samples), width * height * components, 1);  // 1: not VTK's
    data->GetPointData()->SetScalars(array);
    data->Modified();
    pyramid = std::move(of);
    level = index;
  }

  void clear() {
    data->Initialize();
    pyramid.reset();
  }

  // Spacing of the samples, and where the image ends, in the world.
  void place(double spacingX, double spacingY, double right, double bottom, bool sharp) {
    data->SetSpacing(spacingX, spacingY, 1);
    data->SetOrigin(spacingX / 2, spacingY / 2, 0);  // the first sample's middle
    // The last samples of a level may reach over the image's edge.
    rightEdge->SetOrigin(right, 0, 0);
    lowerEdge->SetOrigin(0, bottom, 0);
    slice->GetProperty()->SetInterpolationType(sharp ? VTK_NEAREST_INTERPOLATION
                                                     : VTK_LINEAR_INTERPOLATION);
  }
};

VtkBackend::VtkBackend(QWidget* parent)
    : VtkSurface(parent),
      imagePlane_(std::make_unique<Plane>()),
      overlayPlane_(std::make_unique<Plane>()) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  const QColor background = QColor::fromRgb(kPaneBackground);
  renderer()->SetBackground(background.redF(), background.greenF(), background.blueF());
  renderer()->GetActiveCamera()->ParallelProjectionOn();
  overlayPlane_->slice->GetProperty()->SetLayerNumber(1);
  renderer()->AddViewProp(imagePlane_->slice);
  renderer()->AddViewProp(overlayPlane_->slice);
}

VtkBackend::~VtkBackend() = default;

void VtkBackend::setImage(std::shared_ptr<const PixelPyramid> image) {
  image_ = std::move(image);
  if (!image_) imagePlane_->clear();
  update();
}

void VtkBackend::setOverlay(std::shared_ptr<const OverlayPyramid> overlay, double opacity) {
  overlay_ = std::move(overlay);
  overlayOpacity_ = opacity;
  if (!overlay_) overlayPlane_->clear();
  update();
}

void VtkBackend::setView(const ViewState& view) {
  view_ = view;
  update();
}

void VtkBackend::prepareScene() {
  const bool overlaid = image_ && overlay_ && overlayOpacity_ > 0;
  imagePlane_->slice->SetVisibility(image_ != nullptr);
  overlayPlane_->slice->SetVisibility(overlaid);
  if (!image_) return;
  prepareImage();
  if (overlaid) prepareOverlay();
  prepareCamera();
}

void VtkBackend::place(Plane& plane, const PlaneSampling& sampling) const {
  const DevicePlacement device = view_.placement();
  const double unit = std::min(device.scaleX, device.scaleY);  // device pixels per world unit
  const double shrink = std::ldexp(1.0, sampling.level);
  const double width = static_cast<double>(view_.imageWidth()) * device.scaleX;
  const double height = static_cast<double>(view_.imageHeight()) * device.scaleY;
  plane.place(shrink * sampling.scaleX / unit, shrink * sampling.scaleY / unit,
              (width - kEdgeTolerance) / unit, (height - kEdgeTolerance) / unit, sampling.sharp);
}

void VtkBackend::prepareImage() {
  const PlaneSampling sampling = planeSampling(view_, image_->width(), image_->height());
  if (!imagePlane_->shows(image_, sampling.level)) {
    const PixelPyramid::Level& level = image_->level(sampling.level);
    imagePlane_->show<vtkUnsignedShortArray>(image_, sampling.level, level.width, level.height, 1,
                                             level.samples);
  }
  place(*imagePlane_, sampling);

  if (!table_.update(*image_, view_)) return;
  const std::vector<std::uint8_t>& levels = table_.levels();
  const auto entries = static_cast<int>(levels.size());
  vtkNew<vtkLookupTable> colours;
  colours->SetNumberOfTableValues(entries);
  colours->SetTableRange(table_.first() - 0.5, table_.first() + entries - 0.5);
  unsigned char* out = colours->WritePointer(0, entries);
  for (const std::uint8_t level : levels) {
    out[0] = out[1] = out[2] = level;
    out[3] = 255;
    out += 4;
  }
  vtkImageProperty* property = imagePlane_->slice->GetProperty();
  property->SetLookupTable(colours);
  property->UseLookupTableScalarRangeOn();
}

void VtkBackend::prepareOverlay() {
  const PlaneSampling sampling = planeSampling(view_, overlay_->width(), overlay_->height());
  if (!overlayPlane_->shows(overlay_, sampling.level)) {
    const OverlayPyramid::Level& level = overlay_->level(sampling.level);
    overlayPlane_->show<vtkUnsignedCharArray>(overlay_, sampling.level, level.width, level.height,
                                              4, level.rgba.data());
  }
  place(*overlayPlane_, sampling);
  overlayPlane_->slice->GetProperty()->SetOpacity(overlayOpacity_);
}

void VtkBackend::prepareCamera() {
  const DevicePlacement place = view_.placement();
  const double unit = std::min(place.scaleX, place.scaleY);  // device pixels per world unit
  const auto width = static_cast<double>(view_.deviceWidth());
  const auto height = static_cast<double>(view_.deviceHeight());
  const double x = (width / 2 - static_cast<double>(place.originX)) / unit;
  const double y = (height / 2 - static_cast<double>(place.originY)) / unit;
  // From behind and upside down: x to the right, y down, as images are stored.
  vtkCamera* camera = renderer()->GetActiveCamera();
  camera->SetFocalPoint(x, y, 0);
  camera->SetPosition(x, y, -1);
  camera->SetViewUp(0, -1, 0);
  camera->SetParallelScale(height / 2 / unit);
  camera->SetClippingRange(0.5, 1.5);
}

}  // namespace mrm
