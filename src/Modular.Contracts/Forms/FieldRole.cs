namespace Modular.Contracts.Forms;

/// <summary>
/// What a field is to the host, whatever its identifier: the host leans on these answers to count days, to find a person, to fill its lists. Spelled in
/// snake_case under the key <c>role</c>. One field of a form has a role; the roles that a form cannot do without are named where it lacks one.
/// </summary>
/// <remarks>A role changes neither the name of the answer nor that of its fact: both stay the field's identifier.</remarks>
/// <example>
/// <code>{ "id": "referred_on", "kind": "date", "role": "referral_date", "label": "Date de la saisine", "needed": "to_save", "atMost": "today" }</code>
/// </example>
public enum FieldRole
{
    /// <summary>
    /// <c>referral_date</c>, form <c>situation</c>, kind <c>date</c>, needed to save: the day of the referral, from which delays are counted and which gives
    /// the situation its year.
    /// </summary>
    ReferralDate,

    /// <summary><c>station</c>, form <c>situation</c>, kind <c>station</c>, needed to save: where the person was received.</summary>
    Station,

    /// <summary><c>referral_mode</c>, form <c>situation</c>, kind <c>one_of</c>, code list <c>referral_mode</c>: how the person came.</summary>
    ReferralMode,

    /// <summary>
    /// <c>person</c>, form <c>situation</c>, kind <c>person</c>: the person helped, found by the words of the name and by the telephone number.
    /// </summary>
    Person,

    /// <summary>
    /// <c>safe_phone</c>, form <c>situation</c>, kind <c>telephone</c>: the number at which the person may be called without danger. Its section is the safe
    /// contact
    /// that the fiche shows first, so that no field of another role is in it.
    /// </summary>
    SafePhone,

    /// <summary>
    /// <c>problem</c>, form <c>situation</c>, kind <c>one_of</c>, code list <c>problem</c>: the main problem, from which violences intrafamiliales are worked
    /// out.
    /// </summary>
    Problem,

    /// <summary><c>secondary_problems</c>, form <c>situation</c>, kind <c>several_of</c>, code list <c>problem</c>: the other problems.</summary>
    SecondaryProblems,

    /// <summary>
    /// <c>agreement</c>, form <c>situation</c>, kind <c>yes_no</c>, may be left out: whether the person agrees to be contacted. The demonstration mostly says
    /// yes.
    /// </summary>
    Agreement,

    /// <summary>
    /// <c>immediate_danger</c>, form <c>situation</c>, kind <c>yes_no</c>, may be left out: whether the person is in danger now. The demonstration rarely says
    /// yes.
    /// </summary>
    ImmediateDanger,

    /// <summary>
    /// <c>contact_date</c>, form <c>contact</c>, kind <c>date</c>, needed to save: the day of the contact, which says in which period it is counted.
    /// </summary>
    ContactDate,

    /// <summary><c>contact_kind</c>, form <c>contact</c>, kind <c>one_of</c>, code list <c>contact_kind</c>: how the contact went.</summary>
    ContactKind,

    /// <summary>
    /// <c>reached</c>, form <c>contact</c>, kind <c>yes_no</c>, needed to save: whether the person was reached. The first contact that did ends the delay.
    /// </summary>
    Reached,

    /// <summary><c>duration</c>, form <c>contact</c>, kind <c>duration</c>: how long it took.</summary>
    Duration,

    /// <summary><c>acts</c>, form <c>contact</c>, kind <c>several_of</c>, code list <c>contact_act</c>: what was done.</summary>
    Acts,

    /// <summary>
    /// <c>orientations</c>, form <c>contact</c>, kind <c>group</c>, <c>countedAs</c> <c>orientations</c>: to whom the person was referred, a row each.
    /// </summary>
    Orientations,

    /// <summary><c>partner</c>, in a row of the group of role <c>orientations</c>, kind <c>one_of</c>, code list <c>partner</c>: to whom.</summary>
    Partner,

    /// <summary>
    /// <c>outcome</c>, in a row of the group of role <c>orientations</c>, kind <c>one_of</c>, code list <c>orientation_outcome</c>: what came of it.
    /// </summary>
    Outcome,

    /// <summary><c>closing_date</c>, form <c>closing</c>, kind <c>date</c>, needed to save: the day on which the situation is closed.</summary>
    ClosingDate,

    /// <summary><c>closing_reason</c>, form <c>closing</c>, kind <c>one_of</c>, code list <c>closing_reason</c>, needed to save: why it is.</summary>
    ClosingReason,

    /// <summary><c>assessment_date</c>, form <c>danger</c>, kind <c>date</c>: the day of the assessment, which says which one is the last.</summary>
    AssessmentDate,
}
