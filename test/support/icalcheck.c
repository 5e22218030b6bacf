/* Reads iCalendar files as libical does: icalcheck FILE...
 * One line a file: "<events> events", or what is wrong with it. Ends with 1 where any file is wrong. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

/* The whole file with a zero at its end, or NULL. */
static char *content(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = size < 0 ? NULL : malloc((size_t)size + 1);
  size_t got = text ? fread(text, 1, (size_t)size, file) : 0;
  fclose(file);
  if (text) text[got] = 0;
  return text;
}

/* Prints what parser and restrictions noted on a component and all inside it. */
static int faults(icalcomponent *component, const char *path) {
  int found = 0;
  icalproperty *note = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
  for (; note; note = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
    printf("%s: %s: %s\n", path, icalcomponent_kind_to_string(icalcomponent_isa(component)), icalproperty_get_xlicerror(note));
    found++;
  }
  icalcompiter inner = icalcomponent_begin_component(component, ICAL_ANY_COMPONENT);
  for (icalcomponent *one = icalcompiter_deref(&inner); one; one = icalcompiter_next(&inner)) found += faults(one, path);
  return found;
}

/* 0 where the file holds exactly one calendar without a fault. */
static int check(const char *path) {
  char *text = content(path);
  if (!text) {
    printf("%s: cannot be read\n", path);
    return 1;
  }
  icalcomponent *calendar = icalparser_parse_string(text);
  free(text);
  if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
    printf("%s: is not one calendar\n", path);
    if (calendar) icalcomponent_free(calendar);
    return 1;
  }
  int lawful = icalrestriction_check(calendar);
  int found = faults(calendar, path);
  if (!lawful && found == 0) printf("%s: breaks a restriction\n", path);
  if (lawful && found == 0) printf("%d events\n", icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT));
  icalcomponent_free(calendar);
  return !lawful || found > 0;
}

int main(int count, char **paths) {
  int wrong = 0;
  for (int at = 1; at < count; at++) wrong += check(paths[at]);
  return wrong > 0;
}
