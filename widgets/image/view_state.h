// The geometry and the gray window of one image view, without any widget: where the image lies in a
// pane, which pixel is under the cursor, and how a stored value becomes a gray level.
#pragma once

#include <cstdint>
#include <optional>

namespace mrm {

struct ViewPoint {
  double x = 0, y = 0;
};

// The stored values shown from black (centre - width / 2) to white (centre + width / 2), as DICOM's
// VOI LUT function LINEAR_EXACT (PS3.3 C.11.2.1.3.2).
struct DisplayWindow {
  double centre = 127.5, width = 255;
  bool operator==(const DisplayWindow&) const = default;
};

// Which part of an image a pane shows, in shares of the image, so that panes of other sizes and
// images of other resolutions can take it over.
struct ViewCamera {
  bool fitted = true;  // the whole image, as large as the pane allows; the rest then has no meaning
  ViewPoint centre{.5, .5};  // the pane's middle, as share of the image's width and height
  double imageHeight = 0;    // of the whole image, in logical pixels of the pane
};

// Device pixel = origin + scale * image coordinate, with the image's top left corner at (0, 0) and
// its first pixel's middle at (0.5, 0.5). The origin is whole: edges of enlarged pixels are sharp
// and nothing shimmers while panning. A device pixel shows the image at its own middle.
struct DevicePlacement {
  std::int64_t originX = 0, originY = 0;
  double scaleX = 1, scaleY = 1;
  ViewPoint toImage(std::int64_t deviceX, std::int64_t deviceY) const {
    return {(static_cast<double>(deviceX - originX) + 0.5) / scaleX,
            (static_cast<double>(deviceY - originY) + 0.5) / scaleY};
  }
  bool operator==(const DevicePlacement&) const = default;
};

// Widget coordinates are logical pixels, image coordinates are columns and rows. Zoom is logical
// pixels per image pixel, along the axis with the smaller spacing.
class ViewState {
 public:
  static constexpr double kSharpZoom = 3;  // beyond it an image pixel is a plain rectangle
  static constexpr double kMaximumZoom = 64;

  // Spacing is the size of a pixel, in any unit; only the ratio matters. Not positive or not
  // finite: 1:1. Camera and window stay as they are.
  void setImage(std::int64_t width, std::int64_t height, double spacingX, double spacingY);
  // Width and height in logical pixels. A fitted image is fitted anew, any other keeps its middle
  // and zoom.
  void setPane(double width, double height, double devicePixelRatio);

  std::int64_t imageWidth() const { return width_; }
  std::int64_t imageHeight() const { return height_; }
  double devicePixelRatio() const { return ratio_; }
  std::int64_t deviceWidth() const;
  std::int64_t deviceHeight() const;

  bool fitted() const { return camera_.fitted; }
  void fit() { camera_ = {}; }
  double zoom() const;
  double fittedZoom() const;
  // The image point under `anchor` stays there, within a device pixel, unless the pane's middle
  // would leave the image. The factor is cut where the zoom leaves its limits: a quarter of the
  // fitted image (or of 1:1, whichever is smaller) to kMaximumZoom.
  void zoomAround(ViewPoint anchor, double factor);
  // Moves the picture by logical pixels; the pane's middle stays inside the image.
  void panBy(double x, double y);
  ViewCamera camera() const;
  void setCamera(const ViewCamera& camera);  // one that is not finite fits the image

  DevicePlacement placement() const;
  ViewPoint imageToWidget(ViewPoint image) const;
  ViewPoint widgetToImage(ViewPoint widget) const;
  bool containsImagePoint(ViewPoint image) const;

  const DisplayWindow& window() const { return window_ ? *window_ : defaultWindow_; }
  const DisplayWindow& defaultWindow() const { return defaultWindow_; }
  bool windowIsDefault() const { return !window_; }
  void setDefaultWindow(const DisplayWindow& window);
  void setWindow(const DisplayWindow& window);  // a width under 1 becomes 1
  void resetWindow() { window_.reset(); }
  // The window after dragging by (x, y) logical pixels from where it was `start`: to the right it
  // widens, doubling every 128 pixels; upwards the picture brightens, by the whole width over 256
  // pixels. Depends on the distance only, so that going back undoes it. It ends at eight times the
  // default width, and at twice that width from the default's centre: beyond is a black or white
  // picture with no way to see how to get back.
  void dragWindow(const DisplayWindow& start, double x, double y);

  bool inverted() const { return inverted_; }
  void setInverted(bool inverted) { inverted_ = inverted; }

  // 0 (black) to 255 (white), rounded to nearest.
  std::uint8_t displayed(double storedValue) const;

 private:
  double unitHeight() const;  // of the image, in pixels of the smaller spacing
  double unitWidth() const;
  ViewPoint origin() const;  // of the image's corner, logical pixels, not rounded

  std::int64_t width_ = 1, height_ = 1;
  double pixelWidth_ = 1, pixelHeight_ = 1;  // the smaller one is 1
  double paneWidth_ = 1, paneHeight_ = 1, ratio_ = 1;
  ViewCamera camera_;
  DisplayWindow defaultWindow_;
  std::optional<DisplayWindow> window_;
  bool inverted_ = false;
};

}  // namespace mrm
