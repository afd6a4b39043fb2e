using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Modular.Storage;

internal static class SnakeCaseColumns
{
    /// <summary>Columns are spelled as in the scripts: <c>FirstContactOn</c> is <c>first_contact_on</c>.</summary>
    public static void UseSnakeCaseColumns(this ModelBuilder model)
    {
        var entities = model.Model.GetEntityTypes().ToList();
        var parts = entities.SelectMany(entity => entity.GetComplexProperties()).SelectMany(part => part.ComplexType.GetProperties());
        foreach (var property in entities.SelectMany(entity => entity.GetProperties()).Concat(parts))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
