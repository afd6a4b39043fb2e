namespace Modular.Forms;

/// <summary>The names of the answers in a person block, as Contracts documents them.</summary>
public static class PersonParts
{
    public const string LastName = "last_name";
    public const string FirstName = "first_name";
    public const string BirthDate = "birth_date";
    public const string Address = "address";
    public const string Telephone = "telephone";
}
