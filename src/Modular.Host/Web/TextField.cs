namespace Modular.Host.Web;

/// <summary>The model of the partial <c>_Field</c>. A password is never given back.</summary>
internal sealed record TextField(
    string Id, string Label, string? Value, string? Hint = null, string Type = "text", string Autocomplete = "off", bool Required = false)
{
    public static TextField Password(string id, string label, string autocomplete, string? hint = null) =>
        new(id, label, null, hint, "password", autocomplete, Required: true);
}
