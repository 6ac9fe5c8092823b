#include "engine/spreadsheet/zip_archive.hpp"

#include <zip.h>

#include <algorithm>

namespace skranke {

namespace {

constexpr zip_int64_t kMostFiles = 10'000;
constexpr std::uint64_t kMostBytes = 64 << 20;  // of one file
constexpr std::uint64_t kMostInAll = 128 << 20;

zip_t* handle(void* archive) { return static_cast<zip_t*>(archive); }

}  // namespace

ZipArchive::ZipArchive(const std::string& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) return;
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive == nullptr) {
        zip_source_free(source);
    } else if (zip_get_num_entries(archive, 0) > kMostFiles) {
        zip_discard(archive);
    } else {
        archive_ = archive;
    }
}

ZipArchive::~ZipArchive() {
    if (archive_ != nullptr) zip_discard(handle(archive_));
}

bool ZipArchive::has(const std::string& file) const {
    return zip_name_locate(handle(archive_), file.c_str(), 0) >= 0;
}

std::variant<std::string, ZipArchive::Complaint> ZipArchive::unpack(const std::string& file) {
    zip_file_t* packed = zip_fopen(handle(archive_), file.c_str(), 0);
    if (packed == nullptr)
        return Complaint{has(file) ? "is encrypted or packed in an unusual way (save it again without a password)"
                                   : "lacks its part " + file + " (open and save it in a spreadsheet program)"};
    const std::uint64_t most = std::min(kMostBytes, kMostInAll - unpacked_);
    std::string content;
    zip_int64_t got = 0;
    char buffer[1 << 16];
    while (content.size() <= most && (got = zip_fread(packed, buffer, sizeof buffer)) > 0)
        content.append(buffer, static_cast<std::size_t>(got));
    const bool whole = zip_fclose(packed) == 0 && got == 0;
    if (content.size() > most) return Complaint{"unpacks to more than 64 MB a part or 128 MB in all (a pile of cases is far smaller)"};
    if (!whole) return Complaint{"is damaged in its part " + file};
    unpacked_ += content.size();
    return content;
}

}  // namespace skranke
