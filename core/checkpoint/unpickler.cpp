#include "core/checkpoint/unpickler.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/printable.h"
#include "core/checkpoint/byte_reader.h"
#include "core/checkpoint/pickle_calls.h"

namespace mrm::pickle {
namespace {

constexpr std::size_t kMaxPickle = 256 << 20;
constexpr std::size_t kMaxStack = 4'000'000;
constexpr std::size_t kMaxMemo = 2'000'000;
constexpr std::size_t kMaxDepth = 1000;   // as far as Python itself nests
constexpr std::size_t kMaxName = 500;     // of a class or function
constexpr std::size_t kMaxNumber = 1024;  // bytes

constexpr const char* kAdvice =
    "Only tensors and plain values are read from such files. If you trust its source, load it in "
    "Python and save its state_dict() again.";

// Names of the opcodes: Lib/pickletools.py of Python 3.
class Unpickler {
 public:
  Unpickler(std::span<const std::byte> bytes, Document& document)
      : input_(bytes.first(std::min(bytes.size(), kMaxPickle))),
        limited_(bytes.size() > kMaxPickle),
        document_(document) {}

  Pickle run() {
    if (next() != 0x80) fail("is no Python pickle of protocol 2 or later");
    const auto protocol = number<std::uint8_t>();
    if (protocol < 2 || protocol > 5)
      fail("uses pickle protocol " + std::to_string(protocol) + ", which is not supported");
    for (;;) {
      const std::uint8_t opcode = next();
      if (opcode == '.') {
        const Id root = pop();
        return {root, input_.position()};
      }
      step(opcode);
    }
  }

 private:
  void step(std::uint8_t opcode) {
    switch (opcode) {
      // Stack, marks and memo
      case '(':  // MARK
        if (marks_.size() == kMaxDepth) fail("is nested too deeply");
        marks_.push_back(stack_.size());
        return;
      case '0':  // POP
        if (!marks_.empty() && marks_.back() == stack_.size())
          marks_.pop_back();
        else
          pop();
        return;
      case '1':  // POP_MARK
        popToMark();
        return;
      case '2':  // DUP
        return push(top());
      case 'q':  // BINPUT
        return memorize(number<std::uint8_t>());
      case 'r':  // LONG_BINPUT
        return memorize(number<std::uint32_t>());
      case 0x94:  // MEMOIZE
        return memorize(static_cast<std::uint32_t>(memo_.size()));
      case 'h':  // BINGET
        return push(recall(number<std::uint8_t>()));
      case 'j':  // LONG_BINGET
        return push(recall(number<std::uint32_t>()));
      case 0x95: {  // FRAME: how much to read at once
        const auto length = number<std::uint64_t>();
        if (length > input_.left()) breaksOff();
        return;
      }

      // Plain values
      case 'N':
        return push(Document::kNone);
      case 0x88:
        return push(Document::kTrue);
      case 0x89:
        return push(Document::kFalse);
      case 'K':  // BININT1
        return push(document_.addInteger(number<std::uint8_t>()));
      case 'M':  // BININT2
        return push(document_.addInteger(number<std::uint16_t>()));
      case 'J':  // BININT
        return push(document_.addInteger(number<std::int32_t>()));
      case 'I':  // INT, which Python 2 writes for 64 bits
        return push(decimal(line(32)));
      case 0x8a:  // LONG1
        return push(longInteger(number<std::uint8_t>()));
      case 0x8b:  // LONG4
        return push(longInteger(number<std::uint32_t>()));
      case 'G': {  // BINFLOAT, big-endian
        const auto bits = number<std::uint64_t>();
        return push(document_.addReal(std::bit_cast<double>(__builtin_bswap64(bits))));
      }
      case 'X':  // BINUNICODE
        return push(text(Kind::String, number<std::uint32_t>()));
      case 0x8c:  // SHORT_BINUNICODE
        return push(text(Kind::String, number<std::uint8_t>()));
      case 0x8d:  // BINUNICODE8
        return push(text(Kind::String, number<std::uint64_t>()));
      case 'T':  // BINSTRING, Python 2
        return push(text(Kind::String, number<std::uint32_t>()));
      case 'U':  // SHORT_BINSTRING, Python 2
        return push(text(Kind::String, number<std::uint8_t>()));
      case 'B':  // BINBYTES
        return push(text(Kind::Bytes, number<std::uint32_t>()));
      case 'C':  // SHORT_BINBYTES
        return push(text(Kind::Bytes, number<std::uint8_t>()));
      case 0x8e:  // BINBYTES8
      case 0x96:  // BYTEARRAY8
        return push(text(Kind::Bytes, number<std::uint64_t>()));

      // Containers
      case ')':
        return push(Document::kEmptyTuple);
      case 't':  // TUPLE
        return pushContainer(Kind::Tuple);
      case 0x85:  // TUPLE1
      case 0x86:  // TUPLE2
      case 0x87:  // TUPLE3
        return shortTuple(opcode - 0x84u);
      case ']':
        return push(document_.addContainer(Kind::List));
      case 'l':  // LIST
        return pushContainer(Kind::List);
      case 'a':  // APPEND
        return append(Kind::List, stack_.size() - available(1));
      case 'e':  // APPENDS
        return append(Kind::List, popMark());
      case '}':
        return push(document_.addContainer(Kind::Dict));
      case 'd': {  // DICT
        if ((stack_.size() - mark()) % 2 != 0) fail("is damaged: a key without a value");
        return pushContainer(Kind::Dict);
      }
      case 's':  // SETITEM
        return append(Kind::Dict, stack_.size() - available(2));
      case 'u':  // SETITEMS
        return append(Kind::Dict, popMark());
      case 0x8f:  // EMPTY_SET
        return push(document_.addContainer(Kind::Set));
      case 0x90:  // ADDITEMS
        return append(Kind::Set, popMark());
      case 0x91:  // FROZENSET
        return pushContainer(Kind::Set);

      // Classes and functions
      case 'c': {  // GLOBAL
        const auto module = line(kMaxName);
        return push(global(module, line(kMaxName)));
      }
      case 0x93: {  // STACK_GLOBAL
        const Node& name = document_[pop()];
        const Node& module = document_[pop()];
        if (name.kind != Kind::String || module.kind != Kind::String)
          fail("is damaged: a class or function is not named by text");
        return push(global(module.text, name.text));
      }
      case 'R':     // REDUCE
      case 0x81: {  // NEWOBJ
        const Id arguments = pop();
        const Id function = pop();
        return push(call(document_, function, arguments));
      }
      case 'b': {  // BUILD
        const Id state = pop();
        setState(document_, top(), state);
        return;
      }
      case 'Q':  // BINPERSID
        return push(findStorage(document_, pop()));

      // Refused
      case 'i': {  // INST
        const auto module = line(kMaxName);
        push(global(module, line(kMaxName)));
        fail("makes an object in a way that is not allowed");
      }
      case 'o':   // OBJ
      case 0x92:  // NEWOBJ_EX
        fail("makes an object in a way that is not allowed");
      case 'P':  // PERSID
        fail("refers to something outside the file, which is not allowed");
      case 0x82:  // EXT1
      case 0x83:  // EXT2
      case 0x84:  // EXT4
        fail("asks for an extension by number, which is not allowed");
      case 0x97:  // NEXT_BUFFER
      case 0x98:  // READONLY_BUFFER
        fail("refers to a buffer outside the pickle, which is not supported");
      default:
        fail("is damaged: unknown pickle instruction " + std::to_string(opcode) + " at byte " +
             std::to_string(input_.position() - 1));
    }
  }

  std::uint8_t next() { return number<std::uint8_t>(); }

  template <class Number>
  Number number() {
    const auto value = input_.number<Number>();
    if (!value) breaksOff();
    return *value;
  }

  Id text(Kind kind, std::uint64_t length) {
    const auto bytes = input_.text(length);
    if (!bytes) breaksOff();
    return document_.addText(kind, *bytes);
  }

  std::string_view line(std::size_t limit) {
    ByteReader ahead = input_;
    for (std::size_t length = 0; length <= limit; ++length) {
      const auto byte = ahead.number<char>();
      if (!byte) breaksOff();
      if (*byte != '\n') continue;
      const auto content = input_.text(length);
      input_.take(1);
      return *content;
    }
    fail("is damaged: a name or number is too long");
  }

  Id decimal(std::string_view digits) {
    if (digits == "00") return Document::kFalse;
    if (digits == "01") return Document::kTrue;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
      fail("is damaged: '" + printable(digits) + "' is no whole number");
    return document_.addInteger(value);
  }

  Id longInteger(std::uint32_t length) {
    if (length > kMaxNumber) fail("holds a number of " + std::to_string(length) + " bytes");
    const auto bytes = input_.text(length);
    if (!bytes) breaksOff();
    if (length > 8) return document_.addText(Kind::BigInt, *bytes);
    // Little-endian two's complement; the last byte carries the sign.
    std::uint64_t value = length > 0 && (bytes->back() & 0x80) ? ~std::uint64_t{0} : 0;
    for (std::size_t i = length; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>((*bytes)[i]);
    return document_.addInteger(static_cast<std::int64_t>(value));
  }

  Id global(std::string_view module, std::string_view name) {
    const auto found = findGlobal(module, name);
    if (!found) {
      const std::string full = printable(module) + "." + printable(name);
      const auto meaning = meaningOfRefused(module, name);
      if (!meaning.empty())
        fail("holds " + std::string(meaning) + " (" + full + "), which is not supported");
      document_.fail("asks for " + full + ", which is not allowed.", kAdvice);
    }
    return document_.addGlobal(*found, name);
  }

  // Stack: what was pushed before the last mark cannot be popped.
  void push(Id id) {
    if (stack_.size() == kMaxStack) fail("holds lists too long for any checkpoint");
    stack_.push_back(id);
  }

  std::size_t available(std::size_t count) {
    const std::size_t bottom = marks_.empty() ? 0 : marks_.back();
    if (stack_.size() - bottom < count) fail("is damaged: its pickle takes more than it puts");
    return count;
  }

  Id top() {
    available(1);
    return stack_.back();
  }

  Id pop() {
    const Id id = top();
    stack_.pop_back();
    return id;
  }

  std::size_t mark() {
    if (marks_.empty()) fail("is damaged: its pickle ends a list that it never began");
    return marks_.back();
  }

  std::size_t popMark() {
    const std::size_t position = mark();
    marks_.pop_back();
    return position;
  }

  void popToMark() { stack_.resize(popMark()); }

  std::span<const Id> from(std::size_t position) const {
    return std::span(stack_).subspan(position);
  }

  void pushContainer(Kind kind) {
    const std::size_t position = popMark();
    const Id id = document_.addContainer(kind, from(position));
    stack_.resize(position);
    push(id);
  }

  void shortTuple(std::size_t count) {
    const std::size_t position = stack_.size() - available(count);
    const Id id = document_.addContainer(Kind::Tuple, from(position));
    stack_.resize(position);
    push(id);
  }

  // Adds what is on the stack from `position` on to the container below it.
  void append(Kind kind, std::size_t position) {
    const auto items = from(position);
    const std::size_t bottom = marks_.empty() ? 0 : marks_.back();
    if (position <= bottom) fail("is damaged: its pickle adds to nothing");
    const Id container = stack_[position - 1];
    const Kind found = document_[container].kind;
    // A Namespace never is the target: its fields come by BUILD.
    if (found != kind)
      fail(std::string("is damaged: it adds items to ") + Document::describe(found));
    if (kind == Kind::Dict && items.size() % 2 != 0) fail("is damaged: a key without a value");
    document_.append(container, items);
    stack_.resize(position);
  }

  void memorize(std::uint32_t index) {
    const Id id = top();
    if (memo_.size() == kMaxMemo && !memo_.contains(index))
      fail("remembers more values than any checkpoint needs");
    memo_[index] = id;
  }

  Id recall(std::uint32_t index) {
    const auto found = memo_.find(index);
    if (found == memo_.end()) fail("is damaged: it recalls a value that it never stored");
    return found->second;
  }

  [[noreturn]] void fail(const std::string& problem) const { document_.fail(problem); }
  [[noreturn]] void breaksOff() const {
    fail(limited_ ? "breaks off within its pickle, or holds one larger than 256 MB"
                  : "breaks off within its pickle");
  }

  ByteReader input_;
  bool limited_;
  Document& document_;
  std::vector<Id> stack_;
  std::vector<std::size_t> marks_;
  std::unordered_map<std::uint32_t, Id> memo_;
};

}  // namespace

Pickle unpickle(std::span<const std::byte> bytes, Document& document) {
  return Unpickler(bytes, document).run();
}

}  // namespace mrm::pickle
