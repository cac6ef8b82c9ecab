# What `zweck map` says: why a column is proposed, and the frame of the draft.

name-always = named “{ $words }”
name-near = named “{ $words }”, which is personal in such a table
name-own = named “{ $words }” in a table about persons
name-free = named “{ $words }”: free text
name-written = “{ $words }” where people write
table-person = the table is about persons
table-linked = its rows refer to a person
table-thing = but the table is about things
table-operator = but the table is about the operator, a company or the program
value-email = samples are e-mail addresses
value-phone = samples look like telephone numbers
value-ip = samples are IP addresses
value-iban = samples are valid IBANs
value-street = samples look like streets with numbers
value-postcode = samples look like postcodes
value-birth-date = samples look like dates of birth
value-free-text = samples are sentences
draft-head = A draft by `zweck map`: { $tables } tables with { $columns } columns that may hold personal data. Check every line; behind it stand confidence and reason.
draft-sampled = Samples of the values were looked at, but not kept.
draft-unsampled = No value was read; --samples looks at a few rows.
draft-activities = Activities this speaks of: { $names }. Declare them, or name yours.
draft-url = set this variable; never write the password here
draft-unsure = unsure, not in the mapping: { $column } ({ $confidence }: { $reason })
draft-path-declared = foreign key
draft-path-inferred = path from the names, { $confidence }
draft-path-unsaid = The path by { $columns } cannot be written as `through`; say it by hand.
draft-no-path = No path to a person found; say `subject` or `through`, or answer for this table by hand.
draft-station = on the way to the person
draft-activity = activity guessed from the table's name, { $confidence }
draft-none = Nothing that looks like personal data was found in { $tables } tables.
show-head = { $tables } of { $all } tables hold columns that may be personal data: { $columns } columns.
show-views = { $count } views are left out: their rows lie in the tables.
show-parts = { $count } partitions are left out: their parent stands for them.
show-wrote = wrote { $file }
picture-title = Where the database holds personal data
picture-desc = { $tables } tables with personal data and { $links } paths between them.
picture-person = tells who it is
picture-columns = { $count ->
    [one] 1 column
   *[other] { $count } columns
}
picture-arrow = { $child } refers to { $parent }
picture-arrow-inferred = { $child } seems to refer to { $parent } (from the names)
picture-legend-declared = foreign key
picture-legend-inferred = from the names
map-undeclared-column = { $table }.{ $column } may hold personal data ({ $category }, { $confidence }: { $reason }), and no activity declares it.
    .mend = Add it to `data` of systems.{ $system }.tables.{ $table }.
map-vanished-table = The mapping names the table { $table }, which the database does not have.
    .mend = Correct the name, or remove it from systems.{ $system }.tables.
map-vanished-column = The mapping names { $table }.{ $column }, which the database does not have.
    .mend = Correct the name, or remove it from the mapping of { $table }.
