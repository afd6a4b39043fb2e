namespace Modular.Host.Intake;

/// <summary>The model of the partial <c>_FormActions</c>.</summary>
/// <param name="Save">What the button that saves says.</param>
internal sealed record FormActions(FormPage Page, string Save);
