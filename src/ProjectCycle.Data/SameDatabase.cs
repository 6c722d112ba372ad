using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ProjectCycle.Data.Audit;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;

namespace ProjectCycle.Data;

/// <summary>Another context on the database of a given one, for filling it.</summary>
public static class SameDatabase
{
    /// <summary>Where the rows of <paramref name="db"/> live.</summary>
    public static (DatabaseProvider Provider, string ConnectionString) Of(AppDbContext db) => (
        db is PostgresDbContext ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite,
        // From the options: an open connection no longer tells its password.
        db.GetService<IDbContextOptions>().Extensions.OfType<RelationalOptionsExtension>().Single().ConnectionString!);

    /// <summary>
    /// Opens contexts that write no audit trail. Benchmark rows are nobody's doing, and an entry beside each of 400,000 rows
    /// would double the work and bury the trail that is measured.
    /// </summary>
    public static Func<AppDbContext> WithoutTrail(AppDbContext db)
    {
        var (provider, connection) = Of(db);
        if (provider == DatabaseProvider.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDbContext>().UseNpgsql(connection).Options;
            return () => new PostgresDbContext(postgres, new Actor());
        }
        var sqlite = new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite(connection).Options;
        return () => new SqliteDbContext(sqlite, new Actor());
    }
}
