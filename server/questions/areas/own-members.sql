-- A member of an own area, and what the members of that area are.
SELECT own_member.area, own_area.level, own_member.member
FROM own_member
JOIN own_area ON own_area.id = own_member.area
ORDER BY own_member.area, own_member.member;
