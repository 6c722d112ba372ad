using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ProjectCycle.Data;

namespace ProjectCycle.Testing;

/// <summary>A hash over every row of every table, to show that nothing changed.</summary>
public static class RowHash
{
    /// <summary>By table, the hash of all its rows.</summary>
    /// <param name="db">The database.</param>
    /// <param name="without">Entities that are left out, such as the audit trail.</param>
    public static async Task<SortedDictionary<string, string>> OfAsync(AppDbContext db, params IReadOnlyCollection<Type> without)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in db.Model.GetEntityTypes().Where(type => !type.IsOwned() && !without.Contains(type.ClrType)))
        {
            var rows = await (Task<List<string>>)Rows.MakeGenericMethod(entity.ClrType).Invoke(null, [db, entity])!;
            rows.Sort(StringComparer.Ordinal);
            hashes[entity.ClrType.Name] = $"{rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
        }
        return hashes;
    }

    private static readonly MethodInfo Rows = typeof(RowHash).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task<List<string>> RowsAsync<T>(AppDbContext db, IEntityType entity)
        where T : class
    {
        var rows = new List<string>();
        foreach (var row in await db.Set<T>().ToListAsync())
        {
            var entry = db.Entry(row);
            var values = entry.Properties.Concat(entry.ComplexProperties.SelectMany(complex => complex.Properties));
            rows.Add(JsonSerializer.Serialize(values.Select(value => $"{value.Metadata.DeclaringType.ShortName()}.{value.Metadata.Name}={Text(value.CurrentValue)}")));
        }
        db.ChangeTracker.Clear();
        return rows;
    }

    private static string Text(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}");
}
