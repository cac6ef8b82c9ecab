own-name = English
skip = Skip to content
contents = Contents
documents = Legal pages
languages = Languages
notice = Privacy notice
notice-short = Privacy
imprint = Imprint
imprint-short = Imprint
cookies = Cookies and device storage
cookies-short = Cookies
record = Record of processing activities
record-short = Record
state = As of { $day }. Version { $version }.
index = Legal pages
translation-before = This page is a translation. The version that prevails is the{" "}
translation-link = { $language ->
    [en] English version
   *[de] German version
}
translation-after = .
services = Services of other providers
layer-back = Back to the privacy notice
activities = What we do, in detail
activities-more = Every activity in detail
services-more = Every service in detail
deletion = Deletion concept
deletion-short = Deletion
processors = Processors and recipients
processors-short = Recipients
