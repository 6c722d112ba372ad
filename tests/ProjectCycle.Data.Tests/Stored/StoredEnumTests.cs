using Microsoft.EntityFrameworkCore.Metadata;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Stored;

/// <summary>
/// Names in rows are contracts: a renamed member makes stored rows unreadable. Add new members to enums.txt; a rename or a
/// removal needs a migration of the rows first.
/// </summary>
public sealed class StoredEnumTests
{
    [Fact]
    public async Task Enums_WhenComparedWithTheContract_AreTheSame()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.Open();

        var actual = EnumsOf(db.Model).Select(type => $"{type.Name}: {string.Join(' ', Enum.GetNames(type))}");

        Assert.Equal(await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Stored", "enums.txt")), actual);
    }

    private static IEnumerable<Type> EnumsOf(IModel model) =>
        model.GetEntityTypes()
            .SelectMany(type => type.GetFlattenedProperties())
            .Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
            .Where(type => type.IsEnum)
            .Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal);
}
