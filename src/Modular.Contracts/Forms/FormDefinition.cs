namespace Modular.Contracts.Forms;

/// <summary>
/// A form, as a file of the plugin's folder <c>forms</c> says it. The host knows four: <c>situation</c>, <c>contact</c>, <c>closing</c> and,
/// where the site has one, <c>danger</c> (its grid). The file's name is the form's identifier.
/// </summary>
/// <remarks>
/// A form's text (labels, hints) is French. A definition is immutable; the one under which an answer was given is kept with the answer.
/// </remarks>
/// <example>
/// <code>
/// { "id": "situation", "title": "Fiche de situation", "sections": [
///   { "id": "referral", "title": "Saisine", "fields": [
///     { "id": "referred_on", "kind": "date", "role": "referral_date", "label": "Date de la saisine", "needed": "to_save", "atMost": "today" } ] } ] }
/// </code>
/// </example>
public sealed record FormDefinition
{
    /// <summary><c>situation</c>, <c>contact</c>, <c>closing</c> or <c>danger</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title of its page.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence under the title, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>Its sections, in order. At least one.</summary>
    public required IReadOnlyList<FormSection> Sections { get; init; }

    /// <summary>
    /// How the grid <c>danger</c> counts, or null in every other form. Its result is a hint for the worker, never a decision.
    /// </summary>
    public GridRule? Grid { get; init; }

    /// <summary>Every field of the form in the order of the page, those of groups left inside their group.</summary>
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);
}

/// <summary>A titled part of a form.</summary>
public sealed record FormSection
{
    /// <summary>Identifier, unique in the form: lower-case letters, digits and underscores.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence under the title, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>When the section is shown; null: always. A hidden section's fields are not required, not stored and not counted.</summary>
    public Condition? When { get; init; }

    /// <summary>Its fields, in order.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }
}

/// <summary>One question of a form, or a line that informs.</summary>
public sealed record FormField
{
    /// <summary>
    /// Identifier, unique in the form (a group's fields: in the group): lower-case letters, digits and underscores. It is the name of the answer,
    /// of the fact's dimension and of the column in imports. What is a fact has no name of the host's own: <c>force</c>, <c>month</c>, <c>weekday</c>, an
    /// ending <c>_core</c>; <c>station</c> and <c>vif</c> only for what the host means by them; outside contacts also none of <c>state</c>, <c>contacted</c>,
    /// <c>contacts</c>, <c>days_open</c>, <c>days_to_first_contact</c>.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>What the field is to the host, or null. The host finds the fields that it leans on by their role, never by their identifier.</summary>
    public FieldRole? Role { get; init; }

    /// <summary>The question as people read it.</summary>
    public required string Label { get; init; }

    /// <summary>What heads it in reports, where a question would be out of place (<c>Place dans l’affaire</c>). Default: the label.</summary>
    public string? Heading { get; init; }

    /// <summary>A line of help under the question, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>
    /// Name of the site's code list, for <see cref="FieldKind.OneOf"/>, <see cref="FieldKind.SeveralOf"/> and a computed field of kind
    /// <see cref="Computation.Rules"/>; null otherwise.
    /// </summary>
    public string? Codes { get; init; }

    /// <summary>When the field is shown; null: always. It may name only fields that are before it.</summary>
    public Condition? When { get; init; }

    /// <summary>By when an answer is needed. Default: <see cref="Need.Never"/>.</summary>
    public Need Needed { get; init; }

    /// <summary>Which of "ne sait pas", "refuse", "non demandé" the question also takes. Default: none.</summary>
    public IReadOnlyList<NotGiven> AlsoAnswers { get; init; } = [];

    /// <summary>
    /// True when the answer may tell who the person is. It is then never a fact, and never leaves Intake. Always true of free text and of persons.
    /// </summary>
    public bool Nominative { get; init; }

    /// <summary>True when the answer is counted: it becomes a dimension (codes, yes/no, station) or a measure (integer) of the facts. Default: false.</summary>
    public bool Fact { get; init; }

    /// <summary>True when the answer is about an offence: the field does not exist on a site that may not hold such data.</summary>
    public bool Offence { get; init; }

    /// <summary>
    /// The least value: for an integer or decimal a number; for a date <c>yyyy-MM-dd</c>, <c>today</c> or the identifier of a date field before it; null: none.
    /// </summary>
    public string? AtLeast { get; init; }

    /// <summary>The greatest value, written as <see cref="AtLeast"/> is; null: none.</summary>
    public string? AtMost { get; init; }

    /// <summary>Greatest number of characters of a text. Default: 200 for a text, 10 000 for a long text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The unit printed after a number (<c>minutes</c>), or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The fields of a group's row; empty for every other kind. A group holds no group.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>The unit under which each row of a group is counted (<c>orientations</c>), or null when rows are not counted.</summary>
    public string? CountedAs { get; init; }

    /// <summary>Most rows of a group. Default: 20.</summary>
    public int MaxRows { get; init; } = 20;

    /// <summary>How a computed field is computed; null for every other kind.</summary>
    public Computation? Compute { get; init; }

    /// <summary>Identifiers of the fields a computation reads, in the order the computation documents.</summary>
    public IReadOnlyList<string> From { get; init; } = [];
}

/// <summary>The kinds of field, as forms spell them in snake_case.</summary>
public enum FieldKind
{
    /// <summary><c>text</c>: one line of free text. Encrypted.</summary>
    Text,

    /// <summary><c>long_text</c>: free text of several lines. Encrypted.</summary>
    LongText,

    /// <summary><c>integer</c>: a whole number.</summary>
    Integer,

    /// <summary><c>decimal</c>: a number.</summary>
    Decimal,

    /// <summary><c>date</c>: a calendar day in the site's zone.</summary>
    Date,

    /// <summary><c>time</c>: an hour of the day in the site's zone.</summary>
    Time,

    /// <summary><c>duration</c>: whole minutes.</summary>
    Duration,

    /// <summary><c>yes_no</c>: the codes <c>yes</c> and <c>no</c>.</summary>
    YesNo,

    /// <summary><c>one_of</c>: one code of a list.</summary>
    OneOf,

    /// <summary><c>several_of</c>: any number of codes of a list.</summary>
    SeveralOf,

    /// <summary><c>station</c>: one of the site's stations.</summary>
    Station,

    /// <summary><c>commune</c>: the name of a town, free text that is not nominative.</summary>
    Commune,

    /// <summary><c>telephone</c>: a telephone number, kept as typed and compared by its digits. Always nominative.</summary>
    Telephone,

    /// <summary><c>email</c>: a mail address. Always nominative.</summary>
    Email,

    /// <summary>
    /// <c>person</c>: the nominative block. Its answers are <c>last_name</c>, <c>first_name</c>, <c>birth_date</c>, <c>address</c> and <c>telephone</c>;
    /// conditions and computations name them <c>person.birth_date</c> when the field's identifier is <c>person</c>.
    /// </summary>
    Person,

    /// <summary><c>group</c>: rows of the same few fields.</summary>
    Group,

    /// <summary><c>computed</c>: an answer that is worked out, shown and never typed.</summary>
    Computed,

    /// <summary><c>information</c>: a line of text without answer.</summary>
    Information,
}

/// <summary>By when an answer is needed.</summary>
public enum Need
{
    /// <summary><c>never</c>.</summary>
    Never,

    /// <summary><c>to_close</c>: it is listed as missing, and refuses nothing but closing.</summary>
    ToClose,

    /// <summary><c>to_save</c>: without it nothing is saved. Three fields of a form at most, so that an emergency is never blocked.</summary>
    ToSave,
}

/// <summary>The answers that say why there is none. They are answers: counted on their own, never as "no".</summary>
public enum NotGiven
{
    /// <summary><c>unknown</c>: « ne sait pas ».</summary>
    Unknown,

    /// <summary><c>refused</c>: « refuse de répondre ».</summary>
    Refused,

    /// <summary><c>not_asked</c>: « non demandé ».</summary>
    NotAsked,
}

/// <summary>How a computed field is worked out, as forms spell it in snake_case.</summary>
public enum Computation
{
    /// <summary>
    /// <c>age_group</c>: the group of the list in DOMAIN §4 (<c>0_5</c> … <c>75_plus</c>, <c>not_given</c>). <c>from</c>: the birth date, then the date at
    /// which the age counts, then the field where the group was chosen when the birth date is not known.
    /// </summary>
    AgeGroup,

    /// <summary>
    /// <c>vif</c>: <c>yes</c> when one of the answers named by <c>from</c> holds a code of the site's <c>vif</c>; <c>no</c> when the first of them (the main
    /// problem) is known and is none; absent otherwise.
    /// </summary>
    Vif,

    /// <summary>
    /// <c>days_to_first_contact</c>: days from the referral to the first contact that reached the person. A measure of reports: no field of a form takes it.
    /// </summary>
    DaysToFirstContact,

    /// <summary><c>days_open</c>: days from the referral to the closing, of closed situations. A measure of reports: no field of a form takes it.</summary>
    DaysOpen,

    /// <summary><c>contacts</c>: number of contacts. A measure of reports: no field of a form takes it.</summary>
    Contacts,

    /// <summary>
    /// <c>rules</c>: the value that the site's <see cref="Rules.SiteRules.Derive"/> gives for the field: the site has code that overrides it, and the field
    /// is in no group.
    /// </summary>
    Rules,
}

/// <summary>How a danger grid turns answers into a hint: so many "yes", or so many among the red questions.</summary>
/// <param name="Yes">Number of "yes" that reach the mark.</param>
/// <param name="Red">Identifiers of the red questions.</param>
/// <param name="RedYes">Number of "yes" among the red ones that reach the mark.</param>
/// <param name="Reached">The sentence shown when the mark is reached.</param>
/// <param name="Source">Where the rule comes from, shown beside it.</param>
public sealed record GridRule(int Yes, IReadOnlyList<string> Red, int RedYes, string Reached, string Source);
