using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Data.People;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("Users");
        user.Property(u => u.DisplayName).HasMaxLength(200);
        user.Property(u => u.Language).HasMaxLength(5);
        user.HasMany(u => u.Roles).WithOne().HasForeignKey(r => r.UserId);
        user.HasMany(u => u.Units).WithOne().HasForeignKey(m => m.UserId);
        user.HasMany(u => u.Agreements).WithOne().HasForeignKey(a => a.UserId);
    }
}

internal sealed class UserRoleConfiguration : IEntityTypeConfiguration<UserRole>
{
    public void Configure(EntityTypeBuilder<UserRole> role)
    {
        role.ToTable("UserRoles");
        role.HasKey(r => new { r.UserId, r.Role });
    }
}

internal sealed class UnitMembershipConfiguration : IEntityTypeConfiguration<UnitMembership>
{
    public void Configure(EntityTypeBuilder<UnitMembership> membership)
    {
        membership.ToTable("UnitMemberships");
        membership.HasKey(m => new { m.UserId, m.UnitId });
        membership.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
    }
}

internal sealed class AgreementAccessConfiguration : IEntityTypeConfiguration<AgreementAccess>
{
    public void Configure(EntityTypeBuilder<AgreementAccess> access)
    {
        access.ToTable("AgreementAccess");
        access.HasKey(a => new { a.UserId, a.AgreementId });
        access.HasOne<Agreement>().WithMany().HasForeignKey(a => a.AgreementId);
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("Units");
        unit.HasIndex(u => u.Code).IsUnique();
        unit.Property(u => u.Code).HasMaxLength(40);
        unit.Property(u => u.Name).HasMaxLength(200);
        unit.Property(u => u.RegionCode).HasMaxLength(10);
        unit.HasOne<User>().WithMany().HasForeignKey(u => u.HeadId).OnDelete(DeleteBehavior.Restrict);
    }
}
