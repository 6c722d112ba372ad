using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data.Audit;

namespace ProjectCycle.Data.Sqlite;

/// <summary>The product on SQLite: one file, one node.</summary>
public sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options, Actor actor) : AppDbContext(options, actor);
