#include "engine/language/schema.hpp"

#include <iostream>

#include "tools/skranke/verbs.hpp"

namespace skranke {

int schema(SchemaForm form) {
    std::cout << (form == SchemaForm::json ? json_schema() : fields_markdown()) << "\n";
    return 0;
}

}  // namespace skranke
