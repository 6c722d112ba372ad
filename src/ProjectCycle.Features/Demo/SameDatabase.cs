using Microsoft.EntityFrameworkCore.Infrastructure;
using ProjectCycle.Data;
using ProjectCycle.Data.Postgres;

namespace ProjectCycle.Features.Demo;

/// <summary>Where a context's rows live, to open another context on them with a clock or without a trail of its own.</summary>
internal static class SameDatabase
{
    public static (DatabaseProvider Provider, string ConnectionString) Of(AppDbContext db) => (
        db is PostgresDbContext ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite,
        // From the options: an open connection no longer tells its password.
        db.GetService<IDbContextOptions>().Extensions.OfType<RelationalOptionsExtension>().Single().ConnectionString!);
}
