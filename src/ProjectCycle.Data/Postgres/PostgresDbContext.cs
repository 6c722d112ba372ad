using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data.Audit;

namespace ProjectCycle.Data.Postgres;

/// <summary>The product on PostgreSQL: several web and worker nodes.</summary>
public sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options, Actor actor) : AppDbContext(options, actor);
