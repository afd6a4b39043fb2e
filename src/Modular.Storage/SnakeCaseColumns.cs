using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Modular.Storage;

internal static class SnakeCaseColumns
{
    /// <summary>Columns are spelled as in the scripts: <c>FirstContactOn</c> is <c>first_contact_on</c>.</summary>
    public static void UseSnakeCaseColumns(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(Of(property.Name));
        }
    }

    private static string Of(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
